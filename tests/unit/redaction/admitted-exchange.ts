import type { Admitted } from '../../../server/domain/exchange.ts';

/** An admitted exchange of a member, masked with this profile. */
export function admittedExchange(maskProfile: string, question: string): Admitted {
  return {
    id: 'ex_1',
    principal: { kind: 'user', id: 'usr_1', name: 'Test', roles: ['member'] },
    model: {
      id: 'none',
      purpose: 'chat',
      title: 'None',
      path: 'none',
      files: {},
      licence: 'none',
      contextTokens: 2048,
      memoryMib: 1,
    },
    messages: [{ role: 'user', content: question }],
    attached: [],
    collections: [],
    groups: [],
    obligations: { maskProfile, restore: 'all', grounding: 'off', unsupported: 'remove' },
    policy: { bundle: '', reasons: [] },
    sampling: { maxTokens: 16, temperature: 0, topP: 1, stop: [] },
    format: { kind: 'text' },
    signal: new AbortController().signal,
  };
}
