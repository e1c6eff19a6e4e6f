import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMarkdown } from '../../server/knowledge/parsers/parse-markdown.ts';
import { wordsOf } from './data-sets.ts';
import { plainDocument, type RetrievalSet } from './retrieval-set.ts';

/** Sections shorter than this are stubs, headings of fewer words are names. */
const SHORTEST_SECTION = 200;
const FEWEST_WORDS = 3;

/** Sets made of documentation that is on every machine: of this product and of the packages it uses. */
export function documentationSets(): RetrievalSet[] {
  const packages = markdownFiles('node_modules').filter((file) => !/changelog|history|license/iu.test(file));
  return [
    headingSet('documentation en, heading → section', [...packages, ...markdownFiles('docs')]),
    commentSet('Node.js types en, name → comment', 'node_modules/@types/node'),
  ];
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.md$/iu.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

/** Each section without its heading; the heading is the question. Headings that stand twice are left out. */
function headingSet(name: string, files: readonly string[]): RetrievalSet {
  const sections = new Map<string, string[]>();
  for (const file of files) {
    for (const { location, text } of parseMarkdown(readFileSync(file, 'utf8')).blocks) {
      const heading = location.split(' › ').at(-1) ?? '';
      if (text.length >= SHORTEST_SECTION && heading.split(/\s+/u).length >= FEWEST_WORDS)
        sections.set(heading, [...(sections.get(heading) ?? []), text]);
    }
  }
  const own = [...sections].flatMap(([heading, [text, ...others]]) =>
    text === undefined || others.length > 0 ? [] : [{ heading, text }],
  );
  return {
    name,
    documents: own.map(({ text }, at) => plainDocument(`s${at}`, text)),
    queries: own.map(({ heading }, at) => ({ text: heading, relevant: [`s${at}`] })),
  };
}

const commented =
  /\/\*\*(?<comment>(?:(?!\*\/)[^])*)\*\/\s*(?:export\s+)?(?:function\s+)?(?<name>[a-zA-Z]{6,})\s*[(<]/gu;

/** The name of a function, as words, should find the comment that describes it. */
function commentSet(name: string, folder: string): RetrievalSet {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder)
    .filter((entry) => entry.endsWith('.d.ts'))
    .toSorted()) {
    for (const { groups } of readFileSync(join(folder, file), 'utf8').matchAll(commented)) {
      const words = wordsOf(groups?.['name'] ?? '');
      const comment = (groups?.['comment'] ?? '')
        .split('\n')
        .map((line) => line.replace(/^\s*\*\s?/u, ''))
        .filter((line) => !line.startsWith('@'))
        .join('\n')
        .replaceAll(/```[^]*?```/gu, ' ')
        .trim();
      if (words.includes(' ') && comment.length >= 60 && !texts.has(words)) texts.set(words, comment);
    }
  }
  const named = [...texts];
  return {
    name,
    documents: named.map(([words, comment]) => plainDocument(words, comment)),
    queries: named.map(([words]) => ({ text: words, relevant: [words] })),
  };
}
