import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import mammoth from 'mammoth';
import { parse } from 'node-html-parser';
import { extractText, getDocumentProxy } from 'unpdf';
import { samplesDir } from './sample-lines.ts';

/** Every document of samples/knowledge by its path, as text with single spaces. */
export async function readSampleTexts(): Promise<ReadonlyMap<string, string>> {
  const paths = ['en', 'zh'].flatMap((lang) =>
    readdirSync(join(samplesDir, 'knowledge', lang)).map((name) => `${lang}/${name}`),
  );
  const texts = await Promise.all(paths.map((path) => readText(join(samplesDir, 'knowledge', path))));
  return new Map(paths.map((path, index) => [path, (texts[index] ?? '').replace(/\s+/g, ' ')]));
}

async function readText(file: string): Promise<string> {
  switch (extname(file)) {
    case '.md':
    case '.txt':
      return readFileSync(file, 'utf8');
    case '.html':
      return parse(readFileSync(file, 'utf8')).querySelector('main')?.structuredText ?? '';
    case '.docx':
      return (await mammoth.extractRawText({ path: file })).value;
    case '.pdf': {
      const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
      return (await extractText(pdf, { mergePages: true })).text;
    }
    default:
      throw new Error(`No reader for ${file}`);
  }
}
