import type { NameRecogniser, RecognisedSpan } from '../../server/redaction/name-recogniser.ts';
import { invented } from './recogniser-contract.ts';

/** A recogniser without a model: it knows the invented names as whole words, in any case. */
export const fakeRecogniser: NameRecogniser = {
  model: 'fake-ner',
  types: ['PERSON', 'LOCATION'],
  threshold: 0.5,
  prepare: () => Promise.resolve(),
  recognise(text) {
    const spans = [
      ...placesOf(text, invented.person, 'PERSON'),
      ...placesOf(text, invented.place, 'LOCATION'),
    ];
    return Promise.resolve(spans.toSorted((left, right) => left.start - right.start));
  },
};

function placesOf(text: string, words: readonly string[], type: string): RecognisedSpan[] {
  const pattern = new RegExp(
    words.map((word) => (/[a-z]/.test(word) ? `\\b${word}\\b` : word)).join('|'),
    'gi',
  );
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
    type,
    start: index,
    end: index + length,
    score: 0.8,
  }));
}
