import { type Language, languageOf } from '../../domain/language.ts';
import { type ChunkDraft, chunkBlocks } from '../chunk-blocks.ts';
import type { Recognise } from '../recognition/recognised-page.ts';
import type { FileWarning } from './file-warning.ts';
import { type ParseLimits, parseFile } from './parse-file.ts';
import { type Signature, signatureOf } from '../minhash.ts';
import type { DocumentFlag } from '../document-flag.ts';
import type { Format, ParsedFile } from './parsed-file.ts';
import type { PartReport } from './part-report.ts';

/** A file as it is stored: its own title, its language, and its chunks in reading order. */
export interface ReadDocument extends Pick<ParsedFile, 'pages'> {
  /** Undefined when the document does not name itself. */
  readonly title: string | undefined;
  readonly format: Format;
  readonly language: Language;
  readonly chunks: readonly ChunkDraft[];
  /** What people should look at. */
  readonly flags: readonly DocumentFlag[];
  /** For finding documents of nearly the same text; undefined for a text too short to tell. */
  readonly signature: Signature | undefined;
  /** What its reading noticed, in words. */
  readonly warnings: readonly FileWarning[];
  /** The files inside of it. */
  readonly parts: readonly PartReport[];
}

/**
 * Parses and cuts one file. All work whose cost hostile input can choose is done here, inside the parser worker.
 * @throws AppError ERR_KNOWLEDGE_FORMAT as `parseFile`.
 */
export async function readDocument(
  source: string,
  bytes: Buffer,
  limits: ParseLimits,
  recognise?: Recognise,
): Promise<ReadDocument> {
  const parsed = await parseFile(source, bytes, limits, recognise);
  const { title, format, blocks, warnings, pages, parts = [] } = parsed;
  const text = blocks.map((block) => block.text).join('\n');
  const language = languageOf(text);
  return {
    title,
    format,
    language,
    chunks: chunkBlocks(blocks),
    flags: flagsOf(warnings),
    signature: signatureOf(text),
    warnings,
    parts,
    ...(pages === undefined ? {} : { pages }),
  };
}

function flagsOf(warnings: readonly FileWarning[]): DocumentFlag[] {
  const codes = new Set(warnings.map(({ code }) => code));
  const isHidden = codes.has('hidden-text') || codes.has('hidden-characters');
  return [
    ...(isHidden ? (['hidden-text'] as const) : []),
    ...(codes.has('instructions') ? (['instruction'] as const) : []),
  ];
}
