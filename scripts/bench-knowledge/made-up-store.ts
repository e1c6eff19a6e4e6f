import type { ImportInput } from '../../server/knowledge/knowledge.ts';
import { createDice, createWriter } from './made-up-text.ts';

/** Characters of a page: A4, 12 point. Han characters say about three times as much, so a Chinese page has a third. */
const PAGE = { en: 3_000, zh: 1_000 } as const;
const PAGES = 20;
/** Every third document may be read by one department only. */
const OWN_READERS = 3;

export const collections = Array.from({ length: 8 }, (_, at) => `bench-${at}`);
export const departments = Array.from({ length: 6 }, (_, at) => `department-${at}`);

export interface MadeUpDocument extends ImportInput {
  readonly pages: number;
}

/** The `number`th document of the made-up store, in its `edition`. */
export function makeDocument(number: number, edition = 1): MadeUpDocument {
  const language = number % 4 === 3 ? 'zh' : 'en';
  const { sentence } = createWriter(createDice(number * 1_000 + edition));
  const page = (): string => {
    let text = '';
    while (text.length < PAGE[language]) text += `${sentence(language)} `;
    return text;
  };
  const text = Array.from({ length: PAGES }, page).join('\n\n');
  const department = departments[number % departments.length] ?? '';
  return {
    collection: collections[number % collections.length] ?? '',
    source: `document-${number}.txt`,
    bytes: Buffer.from(`Document ${number}, edition ${edition}\n\n${text}`),
    pages: PAGES,
    ...(number % OWN_READERS === 0 ? { change: { readers: [department] } } : {}),
  };
}

/** What is asked of the store. */
export const questions = makeQuestions(200);

/** Questions of words as they occur in the store, three to seven of them. */
function makeQuestions(count: number): string[] {
  const dice = createDice(7);
  const { word, sentence } = createWriter(dice);
  return Array.from({ length: count }, (_, at) =>
    at % 4 === 3
      ? sentence('zh').slice(0, 12)
      : Array.from({ length: 3 + Math.floor(dice() * 5) }, word).join(' '),
  );
}
