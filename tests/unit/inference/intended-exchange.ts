import type { Evidence } from '../../../server/domain/evidence.ts';
import type { Grounded, Intended } from '../../../server/domain/exchange.ts';
import type { MaskedSchema, MaskedText, Vault } from '../../../server/domain/masked.ts';
import type { ModelCard } from '../../../server/domain/model-card.ts';

/** Text that counts as masked in these tests. */
export function masked(text: string): MaskedText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for what the redactor returns
  return text as MaskedText;
}

/** A schema that counts as masked in these tests. */
export function maskedSchema(schema: object): MaskedSchema {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for what the redactor returns
  return schema as MaskedSchema;
}

/** A vault that hides one name, to see whether a text went through it. */
export const nameVault: Vault = {
  mask: async (text) => masked(text.replaceAll('Meier', '[PERSON_1K]')),
  restore: (text) => text,
  streamRestorer: () => ({ push: (piece) => piece, end: () => '' }),
  withheld: () => 0,
  counts: () => ({}),
  warned: () => ({}),
  unkept: () => ({ key: new Uint8Array(), values: [] }),
  originals: () => [],
  subjects: () => [],
  blocked: () => [],
  destroy: () => undefined,
};

export function evidenceOf(number: number, title: string, sentence: string): Evidence {
  return {
    number,
    title: masked(title),
    sentence: masked(sentence),
    plain: masked(sentence),
    sufficient: true,
    chunk: `chunk-${number}`,
    document: `doc-${number}`,
    collection: 'handbook',
    location: masked(''),
    score: 1,
  };
}

/** A grounded exchange with a durable intent, as the audit would return it. */
export function intendedExchange(model: ModelCard, changes: Partial<Grounded> = {}): Intended {
  const grounded: Grounded = {
    question: changes.messages?.findLast(({ role }) => role === 'user')?.content ?? masked(''),
    id: 'ex_1',
    principal: { kind: 'user', id: 'usr_1', name: 'Test', roles: ['member'] },
    model,
    collections: ['handbook'],
    groups: [],
    obligations: { maskProfile: 'baseline', restore: 'all', grounding: 'verbatim', unsupported: 'remove' },
    policy: { bundle: '0', reasons: [] },
    sampling: { maxTokens: 128, temperature: 0, topP: 1, stop: [] },
    format: { kind: 'text' },
    signal: new AbortController().signal,
    messages: [],
    attached: [],
    vault: nameVault,
    grounding: 'off',
    evidence: [],
    strength: 'none',
    ...changes,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for what the audit log returns
  return { ...grounded, intent: { seq: 1, hash: '00' } } as Intended;
}
