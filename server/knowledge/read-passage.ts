import { readsAsInstruction } from './cleaning/find-instructions.ts';
import { endsInQuestion, splitSentences } from './sentences.ts';
import { termsOf } from './terms.ts';

/** Where a term stands, nearest place first. */
export type Place = 'sentence' | 'question' | 'heading' | 'title' | 'passage';

export interface PassageSentence {
  readonly sentence: string;
  /** Neighbouring terms of the sentence, as `left right`. */
  readonly phrases: ReadonlySet<string>;
  /** Whether it reads as an instruction to a model. Some true rules for people do. */
  readonly commands: boolean;
  /** The nearest place of a term, undefined when it stands nowhere around the sentence. */
  readonly placeOf: (term: string) => Place | undefined;
}

/**
 * The sentences of a passage that can answer something. A question is none of them: it is the context of the
 * sentences below it, and so is a heading that asks.
 */
export function readPassage(passage: {
  readonly title: string;
  readonly location: string;
  readonly text: string;
}): PassageSentence[] {
  const heading = new Set(termsOf(passage.location));
  const around: [Place, ReadonlySet<string>][] = [
    ['heading', heading],
    ['title', new Set(termsOf(passage.title))],
    ['passage', new Set(termsOf(passage.text))],
  ];
  const sentences: PassageSentence[] = [];
  let asked: ReadonlySet<string> = endsInQuestion(passage.location) ? heading : new Set();
  for (const sentence of splitSentences(passage.text)) {
    const terms = termsOf(sentence);
    const own = new Set(terms);
    if (endsInQuestion(sentence)) asked = own;
    else {
      const places: readonly [Place, ReadonlySet<string>][] = [
        ['sentence', own],
        ['question', asked],
        ...around,
      ];
      const phrases = new Set(terms.slice(1).map((term, at) => `${terms[at] ?? ''} ${term}`));
      sentences.push({
        sentence,
        phrases,
        commands: readsAsInstruction(sentence),
        placeOf: (term) => places.find(([, held]) => held.has(term))?.[0],
      });
    }
  }
  return sentences;
}
