import type { Masked } from '../../server/domain/exchange.ts';
import { loadMaskProfiles } from '../../server/redaction/mask-profile.ts';
import { createRedactor } from '../../server/redaction/redactor.ts';
import { systemRandom } from '../../server/util/random.ts';

const modelCard = {
  id: 'none',
  purpose: 'chat',
  title: 'None',
  path: 'none',
  files: {},
  licence: 'none',
  contextTokens: 2048,
  memoryMib: 1,
} as const;

/** An exchange up to masking: one question, masked by the real rules, that may read these collections. */
export async function maskedQuestion(
  question: string,
  collections: readonly string[],
  grounding: Masked['obligations']['grounding'] = 'verbatim',
): Promise<Masked> {
  const redactor = createRedactor({ profiles: loadMaskProfiles('policies/redaction'), random: systemRandom });
  const vault = redactor.openVault('baseline');
  return {
    id: 'ex_1',
    principal: { kind: 'user', id: 'usr_1', name: 'Test', roles: ['member'] },
    model: modelCard,
    collections,
    groups: [],
    obligations: { maskProfile: 'baseline', restore: 'all', grounding, unsupported: 'remove' },
    policy: { bundle: '0', reasons: [] },
    sampling: { maxTokens: 128, temperature: 0, topP: 1, stop: [] },
    format: { kind: 'text' },
    signal: new AbortController().signal,
    messages: [{ role: 'user', content: await vault.mask(question) }],
    attached: [],
    vault,
  };
}
