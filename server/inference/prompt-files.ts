import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Language, languages } from '../domain/language.ts';
import { AppError } from '../errors.ts';
import { readYaml, sayProblem } from '../util/read-yaml.ts';

const shapes = ['starter', 'general'] as const;

/** Which wording a model is used to. */
export type PromptShape = (typeof shapes)[number];

/** One file of models/prompts. */
export interface Prompt {
  readonly shape: PromptShape;
  readonly version: number;
  readonly language: Language;
  readonly system: string;
  /** Label before the numbered sources. */
  readonly sources: string;
  /** Label before the question. */
  readonly question: string;
  /** The sentence that says the sources do not answer. */
  readonly decline: string;
  /** What stands before the tools that are offered. */
  readonly tools: string;
}

export interface Prompts {
  find(shape: PromptShape, language: Language): Prompt;
}

const frontMatter = z
  .strictObject({
    id: z.enum(shapes),
    version: z.int().min(1),
    lang: z.enum(languages),
    sources: z.string().min(1),
    question: z.string().min(1),
    decline: z.string().min(1),
    tools: z.string().min(1),
  })
  .transform(({ id, lang, ...rest }) => ({ ...rest, shape: id, language: lang }));

/**
 * Reads every prompt file of a folder (models/prompts).
 * @throws AppError ERR_CONFIG_INVALID naming every problem at once, also when a shape lacks a language.
 */
export function loadPrompts(dir: string): Prompts {
  const problems: string[] = [];
  const prompts = new Map<string, Prompt>();
  for (const name of listFiles(dir)) {
    const prompt = readPrompt(join(dir, name), problems);
    if (prompt !== undefined) prompts.set(keyOf(prompt.shape, prompt.language), prompt);
  }
  const find = (shape: PromptShape, language: Language): Prompt => {
    const found = prompts.get(keyOf(shape, language));
    if (found === undefined) throw invalid([`- ${keyOf(shape, language)} is missing`]);
    return found;
  };
  const expected = shapes.flatMap((shape) => languages.map((language) => keyOf(shape, language)));
  const missing = expected.filter((key) => !prompts.has(key)).map((key) => `- ${key} is missing in ${dir}`);
  if (problems.length + missing.length > 0) throw invalid([...problems, ...missing]);
  return { find };
}

function listFiles(dir: string): readonly string[] {
  try {
    return readdirSync(dir).filter((name) => name.endsWith('.md'));
  } catch (error) {
    throw new AppError('ERR_CONFIG_INVALID', `The prompts folder ${dir} cannot be read.`, { cause: error });
  }
}

function readPrompt(file: string, problems: string[]): Prompt | undefined {
  const parts = /^---\n(.*?)\n---\n(.+)$/s.exec(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  if (parts === null) {
    problems.push(`- ${file}: must have front matter between two lines of --- and a text after it`);
    return undefined;
  }
  const reading = readYaml(parts[1] ?? '', frontMatter);
  if (reading.ok) return { ...reading.data, system: (parts[2] ?? '').trim() };
  problems.push(...reading.problems.map((problem) => `- ${file}: ${sayProblem(problem)}`));
  return undefined;
}

function invalid(problems: readonly string[]): AppError {
  return new AppError('ERR_CONFIG_INVALID', `The prompts are not valid:\n${problems.join('\n')}`);
}

function keyOf(shape: PromptShape, language: Language): string {
  return `${shape}.${language}.md`;
}
