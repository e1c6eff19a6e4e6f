import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { z } from 'zod';
import { plainDocument, type RetrievalSet, type SetQuery, thinOut } from './retrieval-set.ts';

/** Sets made of the development data beside the checkout; none where it is not there. */
export function dataSets(folder: string): RetrievalSet[] {
  if (!existsSync(folder)) return [];
  return [
    ...readingSets(join(folder, 'qa/cmrc2018_trial.json')),
    bankingIntents(join(folder, 'intents/banking77')),
    clinicIntents(join(folder, 'intents/clinc150/data_full.json')),
    schemaDescriptions(join(folder, 'openai-openapi.json')),
  ];
}

const readingData = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ id: z.string(), context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
});

interface Script {
  readonly name: string;
  readonly write: (text: string) => string;
}

/** CMRC 2018: questions to paragraphs, either side in either script. */
function readingSets(file: string): RetrievalSet[] {
  const paragraphs = readingData
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .data.flatMap((article) => article.paragraphs);
  const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 'twp' });
  const simplified: Script = { name: 'simplified', write: (text) => text };
  const traditional: Script = { name: 'traditional', write: toTraditional };
  const scripts = [simplified, traditional];
  return scripts.flatMap((asked) =>
    scripts.map((written) => ({
      name: `CMRC trial, ${asked.name} question → ${written.name} paragraph`,
      documents: paragraphs.map(({ id, context }) => plainDocument(id, written.write(context))),
      queries: paragraphs.flatMap(({ id, qas }) =>
        qas.map(({ question }) => ({ text: asked.write(question), relevant: [id] })),
      ),
    })),
  );
}

interface Utterance {
  readonly text: string;
  readonly category: string;
}

/** BANKING77: which customers asked the same in other words. */
function bankingIntents(folder: string): RetrievalSet {
  const utterances = z.array(z.object({ text: z.string(), category: z.string() }));
  const read = (name: string): Utterance[] =>
    utterances.parse(parse(readFileSync(join(folder, name)), { columns: true }));
  return intentSet('BANKING77 en, question → same intent', read('train.csv'), read('test.csv'));
}

const clinicData = z.object({
  train: z.array(z.tuple([z.string(), z.string()])),
  test: z.array(z.tuple([z.string(), z.string()])),
});

function clinicIntents(file: string): RetrievalSet {
  const { train, test } = clinicData.parse(JSON.parse(readFileSync(file, 'utf8')));
  const known = thinOut(train, 6000).map(utteranceOf);
  return intentSet('CLINC150 en, question → same intent', known, test.map(utteranceOf));
}

function utteranceOf([text, category]: readonly [string, string]): Utterance {
  return { text, category };
}

function intentSet(name: string, known: readonly Utterance[], asked: readonly Utterance[]): RetrievalSet {
  const byCategory = new Map<string, string[]>();
  for (const [at, { category }] of known.entries())
    byCategory.set(category, [...(byCategory.get(category) ?? []), `u${at}`]);
  const queries = asked.map(({ text, category }): SetQuery => ({
    text,
    relevant: byCategory.get(category) ?? [],
  }));
  return { name, documents: known.map(({ text }, at) => plainDocument(`u${at}`, text)), queries };
}

const schemaData = z.object({
  components: z.object({ schemas: z.record(z.string(), z.object({ description: z.string().optional() })) }),
});

/** The name of a schema, as words, should find its description. */
function schemaDescriptions(file: string): RetrievalSet {
  const { components } = schemaData.parse(JSON.parse(readFileSync(file, 'utf8')));
  const named = Object.entries(components.schemas).flatMap(([key, { description }]) =>
    description === undefined || description.length < 40 ? [] : [{ key, description }],
  );
  return {
    name: 'OpenAPI en, name → description',
    documents: named.map(({ key, description }) => plainDocument(key, description)),
    queries: named.map(({ key }) => ({ text: wordsOf(key), relevant: [key] })),
  };
}

/** `createChatCompletion` as `create chat completion`. */
export function wordsOf(identifier: string): string {
  return identifier
    .replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replaceAll(/[_.]+/gu, ' ')
    .toLowerCase();
}
