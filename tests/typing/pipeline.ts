import type { Draft } from '../../server/audit/draft.ts';
import type { UnsealedBody } from '../../server/audit/exchange-bodies.ts';
import type {
  Admitted,
  Generated,
  Grounded,
  Inbound,
  Intended,
  Kept,
  Masked,
  Recorded,
} from '../../server/domain/exchange.ts';
import type { MaskedText } from '../../server/domain/masked.ts';
import type { UnmaskedText } from '../../server/domain/unmasked.ts';
import type { Inference } from '../../server/inference/inference.ts';
import type { Faq } from '../../server/knowledge/faq/faq.ts';
import type { Gaps } from '../../server/knowledge/gaps/gaps.ts';
import type { Stages } from '../../server/pipeline/answer.ts';

/**
 * What must not compile. `npm run types` fails when one of these lines starts to: each expectation below is an
 * error of its own as soon as there is nothing to expect.
 */
declare const stages: Stages;
declare const faq: Faq;
declare const gaps: Gaps;
declare const stage: {
  inbound: Inbound;
  admitted: Admitted;
  masked: Masked;
  grounded: Grounded;
  kept: Kept;
  intended: Intended;
  generated: Generated;
  recorded: Recorded;
};
declare const aboutExchange: UnsealedBody;
declare const inference: Inference;
declare const unmasked: UnmaskedText;
declare const takesMasked: (text: MaskedText) => void;

export function mustNotCompile(): unknown[] {
  // @ts-expect-error raw text never reaches a model
  takesMasked('a raw string');
  // @ts-expect-error what is meant for the recogniser reaches no other model
  takesMasked(unmasked);
  return [
    // @ts-expect-error only redaction hands text to the recogniser
    inference.recognise(stage.masked.model, 'a raw string', stage.masked.signal),
    // @ts-expect-error admission cannot be left out
    stages.mask(stage.inbound),
    // @ts-expect-error masking cannot be left out
    stages.ground(stage.admitted),
    // @ts-expect-error the FAQ answers masked questions only
    faq.answer(stage.admitted),
    // @ts-expect-error an approved answer needs a durable intent like any other
    faq.answer(stage.masked).then((found) => found && stages.generate(found, { write: () => undefined })),
    // @ts-expect-error a gap is kept of what was recorded
    stages.noteGap(stage.generated),
    // @ts-expect-error a gap is kept masked
    gaps.note({ text: 'a raw string', language: 'en', scope: [], cause: 'declined' }),
    // @ts-expect-error no intent before the values of the conversation are kept
    stages.recordIntent(stage.grounded),
    // @ts-expect-error no entry about an exchange without its sealed content
    { body: aboutExchange } satisfies Draft,
    // @ts-expect-error no model call without a durable intent
    stages.generate(stage.kept, { write: () => undefined }),
    // @ts-expect-error no answer without a durable outcome
    stages.restore(stage.generated),
    // @ts-expect-error an intent is no object literal
    { ...stage.kept, intent: { seq: 1, hash: '' } } satisfies Intended,
  ];
}
