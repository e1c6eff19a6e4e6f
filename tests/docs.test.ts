import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../server/cli/commands.ts';

const roots = ['.', 'docs', 'docs/adr', 'models', 'samples'];
const pages = roots.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  it('links to what is there', () => {
    const links = Array.from(
      text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)(#[^)]*)?\)/g),
      (match) => match[1] ?? '',
    );
    expect(links.filter((link) => !existsSync(join(dirname(page), decodeURI(link))))).toEqual([]);
  });

  it('names npm scripts and commands that exist', () => {
    const named = Array.from(
      text.matchAll(/npm run (?:-s )?([a-z]+(?::[a-z]+)*)(?!:\*)\b/g),
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const typed = Array.from(
      text.matchAll(/npm run -s cli -- ([a-z-]+(?: [a-z-]+)?)/g),
      (match) => match[1] ?? '',
    );
    const known = (words: string): boolean =>
      words === 'help' || commands.some(({ name }) => name === words || name === words.split(' ')[0]);
    expect(typed.filter((words) => !known(words))).toEqual([]);
  });
});

it('every script of package.json runs a file that is there', () => {
  const files = Object.values(scripts).flatMap((command) => command.match(/scripts\/[\w./-]+/g) ?? []);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
