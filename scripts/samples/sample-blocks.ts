/** One piece of a sample source text, in reading order. */
export type SampleBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/**
 * Reads the small part of Markdown that samples/source is written in: `# title`, `## heading`, tables, and
 * paragraphs of one line each.
 */
export function parseSampleBlocks(source: string): readonly SampleBlock[] {
  return source
    .split(/\n{2,}/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map(parseBlock);
}

function parseBlock(piece: string): SampleBlock {
  if (piece.startsWith('## ')) return { kind: 'heading', text: piece.slice(3) };
  if (piece.startsWith('# ')) return { kind: 'title', text: piece.slice(2) };
  if (piece.startsWith('|')) return { kind: 'table', rows: parseRows(piece) };
  return { kind: 'paragraph', text: piece };
}

function parseRows(piece: string): readonly (readonly string[])[] {
  return piece
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => !cells.every((cell) => /^-+$/.test(cell)));
}
