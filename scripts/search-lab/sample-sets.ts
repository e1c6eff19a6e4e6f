import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createParserPool } from '../../server/knowledge/parsers/parser-pool.ts';
import type { RetrievalSet, SetDocument } from './retrieval-set.ts';

const questionLine = z.object({
  lang: z.string(),
  question: z.string(),
  document: z.string().nullable(),
});

/** The questions of samples/questions.jsonl, one set per language over the documents of both. */
export async function sampleSets(): Promise<RetrievalSet[]> {
  const documents = await readSamples('samples/knowledge');
  const lines = readFileSync('samples/questions.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => questionLine.parse(JSON.parse(line)));
  return ['en', 'zh'].map((language) => ({
    name: `samples ${language}, question → document`,
    documents,
    queries: lines
      .filter(({ lang }) => lang === language)
      .flatMap(({ question, document }) =>
        document === null ? [] : [{ text: question, relevant: [document] }],
      ),
  }));
}

/** The sample documents as an import reads them; ids are paths. */
export async function readSamples(folder: string): Promise<SetDocument[]> {
  await using parsers = createParserPool();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/u.test(name),
  );
  const documents: SetDocument[] = [];
  for (const name of names) {
    const { title, chunks } = await parsers.read(name, readFileSync(join(folder, name)));
    documents.push({ id: name, title: title ?? name, chunks });
  }
  return documents;
}
