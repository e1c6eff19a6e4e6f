import type { UnmaskedText } from '../domain/unmasked.ts';
import { AppError } from '../errors.ts';
import { within } from '../util/within.ts';
import type { Candidate } from './detector.ts';
import { withoutSeams } from './find-across-seams.ts';
import { modelRuleId } from './model-rules.ts';
import type { NameRecogniser, RecognisedSpan } from './name-recogniser.ts';
import { createTextView } from './text-view.ts';

/**
 * What models found in a folded text, as candidates in it.
 * @throws AppError ERR_REDACTION_FAILED for a text that they have not read
 */
export type Recognised = (folded: string) => readonly Candidate[];

/** Where no model reads along. */
export const nothingRecognised: Recognised = () => [];

/** Reads the texts of one vault before they are searched. A text that stands there again is not read again. */
export interface NameReading {
  /**
   * @param seams as in `Vault.mask`: a message in parts is read with the line breaks between them, and without
   * @throws AppError ERR_REDACTION_FAILED (503) when a model fails or is too slow, ERR_REQUEST_TOO_LARGE (413)
   */
  read(text: string, seams: readonly number[]): Promise<Recognised>;
  /** Forgets every text. */
  clear(): void;
}

export interface NameReadingOptions {
  readonly recognisers: readonly NameRecogniser[];
  /** Ids of the types that the profile masks. */
  readonly types: ReadonlySet<string>;
  /** Ids of rules that the profile switches off. */
  readonly disabledRules: ReadonlySet<string>;
  /** Characters. */
  readonly maxLength: number;
  /** Milliseconds for one text and all models. */
  readonly deadlineMs: number;
}

/** Characters of folded text that one vault remembers as read: an exchange with its passages, many times over. */
const REMEMBERED = 2_000_000;

/** Opens the readings of one profile; undefined when no model finds anything that the profile masks. */
export function createNameReading(options: NameReadingOptions): (() => NameReading) | undefined {
  const { types, disabledRules, maxLength, deadlineMs } = options;
  const isWanted = (model: string, type: string): boolean =>
    types.has(type) && !disabledRules.has(modelRuleId(model, type));
  const active = options.recognisers.filter((one) => one.types.some((type) => isWanted(one.model, type)));
  if (active.length === 0) return undefined;

  async function recognise(folded: string): Promise<readonly Candidate[]> {
    // Names have letters, and most cells of a table have none.
    if (!/\p{L}/u.test(folded)) return [];
    const found = await Promise.all(active.map((one) => readWithin(one, folded, deadlineMs)));
    return found.flat().filter(({ rule }) => !disabledRules.has(rule));
  }

  return () => {
    const read = new Map<string, readonly Candidate[]>();
    let remembered = 0;
    return {
      async read(text, seams) {
        assertReadable(text, maxLength);
        const texts = seams.length === 0 ? [text] : [text, withoutSeams(text, seams)];
        const own = new Map<string, readonly Candidate[]>();
        for (const folded of texts.map((each) => createTextView(each).text)) {
          const found = read.get(folded) ?? (await recognise(folded));
          own.set(folded, found);
          if (read.has(folded) || remembered + folded.length > REMEMBERED) continue;
          read.set(folded, found);
          remembered += folded.length;
        }
        return (folded) => own.get(folded) ?? notRead();
      },
      clear() {
        read.clear();
        remembered = 0;
      },
    };
  };
}

function assertReadable(text: string, maxLength: number): void {
  if (text.length <= maxLength) return;
  throw new AppError('ERR_REQUEST_TOO_LARGE', `A text may have at most ${maxLength} characters.`, {
    status: 413,
  });
}

/** All of what one model found. Whatever goes wrong closes the path; its words are left out, they may quote the text. */
async function readWithin(
  recogniser: NameRecogniser,
  folded: string,
  deadlineMs: number,
): Promise<readonly Candidate[]> {
  const { model, types } = recogniser;
  const over = new AbortController();
  try {
    await recogniser.prepare();
    // The one place where UnmaskedText is made: it goes to the recogniser, which takes nothing else.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const spans = await within(deadlineMs, () => recogniser.recognise(folded as UnmaskedText, over.signal));
    if (spans === undefined)
      throw closed(`The model ${model} took longer than ${deadlineMs} ms to find names`);
    return spans.map((span) => toCandidate(span, { model, types, length: folded.length }));
  } catch (error) {
    if (error instanceof AppError && isOwn(error)) throw error;
    throw closed(`The model ${model}, which finds names, does not work`);
  } finally {
    over.abort();
  }
}

function isOwn({ code }: AppError): boolean {
  return code === 'ERR_REDACTION_FAILED' || code === 'ERR_REQUEST_TOO_LARGE';
}

/** @throws AppError ERR_REDACTION_FAILED for a span that is none: a model that is out of its mind found nothing right */
function toCandidate(
  { type, start, end, score }: RecognisedSpan,
  { model, types, length }: Pick<NameRecogniser, 'model' | 'types'> & { readonly length: number },
): Candidate {
  const isSpan =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
  if (isSpan && types.includes(type) && score >= 0 && score <= 1)
    return { type, rule: modelRuleId(model, type), start, end, score };
  throw closed(`The model ${model} gave places that are not in the text`);
}

function notRead(): never {
  throw closed('A text was searched that no model had read');
}

function closed(what: string): AppError {
  return new AppError('ERR_REDACTION_FAILED', `${what}; nothing was sent on. Try again in a few seconds.`, {
    status: 503,
  });
}
