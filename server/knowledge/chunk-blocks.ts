import type { Block } from './parsers/parsed-file.ts';
import { endsInQuestion, splitSentences } from './sentences.ts';

/** A piece of a document that is found, ranked and masked as one. Its text is a piece of the block as it stands. */
export interface ChunkDraft {
  readonly location: string;
  readonly text: string;
}

/** Characters after which a chunk is closed at the next sentence. */
const TARGET = 500;
/** Characters that a chunk of several sentences never exceeds. */
const LIMIT = 800;
/** Characters above which even a single sentence is cut, so that no chunk outgrows the embedder. */
const SENTENCE_LIMIT = 1600;

/**
 * Cuts blocks into chunks of about 500 to 800 characters. A chunk never crosses a block (so it has one heading) and
 * never splits a sentence of up to 1,600 characters; a question stays with what answers it. Nothing but white space between sentences is lost.
 */
export function chunkBlocks(blocks: readonly Block[]): ChunkDraft[] {
  return blocks.flatMap((block) => chunkText(block.text).map((text) => ({ location: block.location, text })));
}

function chunkText(text: string): string[] {
  const chunks: string[] = [];
  let start = 0;
  let end = 0;
  for (const span of spansOf(text)) {
    const full = end - start >= TARGET || span.end - start > LIMIT;
    if (end > start && full && !endsInQuestion(text.slice(start, end))) {
      chunks.push(text.slice(start, end));
      start = span.start;
    } else if (end === start) start = span.start;
    end = span.end;
  }
  if (end > start) chunks.push(text.slice(start, end));
  return chunks;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const sentence of splitSentences(text).flatMap(cutLong)) {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    spans.push({ start, end: at });
  }
  return spans;
}

/** Cuts an overlong sentence at white space or punctuation where there is some, never inside a surrogate pair. */
function cutLong(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > SENTENCE_LIMIT) {
    const cut = placeToCut(rest.slice(0, SENTENCE_LIMIT));
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return [...parts, rest].filter((part) => part !== '');
}

function placeToCut(window: string): number {
  const soft = Math.max(...[' ', ',', '，', '、', ';'].map((mark) => window.lastIndexOf(mark) + 1));
  if (soft > window.length / 2) return soft;
  return /[\uD800-\uDBFF]$/u.test(window) ? window.length - 1 : window.length;
}
