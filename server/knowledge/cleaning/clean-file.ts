import type { FileWarning } from '../parsers/file-warning.ts';
import type { Block, ParsedFile } from '../parsers/parsed-file.ts';
import { tidyLine } from '../parsers/section-builder.ts';
import { cleanCharacters } from './clean-characters.ts';
import { countInstructions } from './find-instructions.ts';
import { removeBoilerplate } from './remove-boilerplate.ts';
import { hasPinyinNoise, stripPinyin } from './strip-pinyin.ts';

/** Formats of pages and prose, which have furniture. In tables and records every line is data. */
const withFurniture: ReadonlySet<string> = new Set(['html', 'text', 'markdown', 'eml', 'docx', 'pdf']);

/**
 * A parsed file as it becomes knowledge: without what is not its text, and with warnings about what hides in it or
 * commands. Sentences are never left out.
 */
export function cleanFile(file: ParsedFile, format: string): ParsedFile {
  let hidden = 0;
  const clean = (text: string): string => {
    const cleaned = cleanCharacters(text);
    hidden += cleaned.hidden;
    return cleaned.text;
  };
  const readable = file.blocks.map(({ location, text }) => ({
    location: clean(location),
    text: clean(text),
  }));
  const title = file.title === undefined ? undefined : clean(file.title);
  const voiceless = withoutPinyin(readable);
  const { blocks, removed } = withFurniture.has(format)
    ? removeBoilerplate(voiceless)
    : { blocks: voiceless, removed: 0 };
  const instructions = blocks.reduce(
    (sum, block) => sum + countInstructions(block.text),
    countInstructions(title ?? ''),
  );
  return {
    ...file,
    title,
    blocks: blocks.flatMap(tidied),
    warnings: [...(file.warnings ?? []), ...warningsOf({ hidden, removed, instructions })],
  };
}

function withoutPinyin(blocks: readonly Block[]): readonly Block[] {
  if (!hasPinyinNoise(blocks.map((block) => block.text))) return blocks;
  return blocks.map((block) => ({ location: stripPinyin(block.location), text: stripPinyin(block.text) }));
}

function tidied({ location, text }: Block): Block[] {
  const lines = text
    .split('\n')
    .map(tidyLine)
    .filter((line) => line !== '');
  return lines.length === 0 ? [] : [{ location: tidyLine(location), text: lines.join('\n') }];
}

function warningsOf(found: { hidden: number; removed: number; instructions: number }): FileWarning[] {
  const { hidden, removed, instructions } = found;
  const warnings: FileWarning[] = [
    {
      code: 'instructions',
      count: instructions,
      message: `The document speaks to a model as if it could command it, in ${linesOf(instructions)}. It is evidence only; look whether it belongs here.`,
    },
    {
      code: 'hidden-characters',
      count: hidden,
      message: `Characters that show nothing carried something in ${hidden === 1 ? '1 place' : `${hidden} places`}. They were left out.`,
    },
    {
      code: 'boilerplate-removed',
      count: removed,
      message: `${linesOf(removed)} of navigation, related pages or notices were left out.`,
    },
  ];
  return warnings.filter(({ count }) => count > 0);
}

function linesOf(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}
