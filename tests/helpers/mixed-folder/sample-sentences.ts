import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../../../server/knowledge/sentences.ts';

/** Distinct whole sentences of the sample bank's text files, in one language. */
export function sampleSentences(language: 'en' | 'zh'): string[] {
  const folder = join('samples/knowledge', language);
  const texts = readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/u.test(name) && !name.includes('traditional'))
    .map((name) =>
      readFileSync(join(folder, name), 'utf8').replaceAll(/(?<=\S)\n(?=\S)/gu, language === 'en' ? ' ' : ''),
    );
  const whole =
    language === 'en' ? /^[A-Z][ -~]{24,160}[.]$/u : /^[\p{Script=Han}][\p{Script=Han}，、\d]{11,80}。$/u;
  return [...new Set(texts.flatMap(splitSentences))].filter(
    (line) => whole.test(line) && !/[#|*_`]|: \d/u.test(line),
  );
}
