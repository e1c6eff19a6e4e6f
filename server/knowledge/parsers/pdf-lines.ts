/** A piece of text as PDF.js gives it. */
export interface PdfPiece {
  readonly str: string;
  /** Matrix; numbers 4 and 5 are x and y of the baseline, in points from the lower left corner. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** One printed line. Cells are pieces set apart by a wide gap, as in a table. */
export interface PdfLine {
  readonly cells: readonly string[];
  /** Type size and baseline in points. */
  readonly size: number;
  readonly y: number;
  /** Lines of the same number are one paragraph, where that is known. */
  readonly paragraph?: number;
}

/** A gap of this share of the type size is a word space; from CELL_GAP on it is a column. */
const WORD_GAP = 0.15;
const CELL_GAP = 1.6;

interface OpenLine {
  cells: string[];
  size: number;
  y: number;
  end: number;
}

/** Puts the pieces of one page together to lines, in the order in which the page draws them. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: OpenLine[] = [];
  for (const piece of pieces.filter((candidate) => candidate.str.trim() !== '')) {
    const line = lines.at(-1);
    if (line !== undefined && continues(line, piece)) append(line, piece);
    else lines.push(open(piece));
  }
  return lines;
}

function open(piece: PdfPiece): OpenLine {
  const [x, y] = positionOf(piece);
  return { cells: [piece.str.trim()], size: sizeOf(piece), y, end: x + piece.width };
}

function continues(line: OpenLine, piece: PdfPiece): boolean {
  const [x, y] = positionOf(piece);
  return Math.abs(y - line.y) < line.size * 0.5 && x >= line.end - line.size;
}

function append(line: OpenLine, piece: PdfPiece): void {
  const [x] = positionOf(piece);
  const gap = (x - line.end) / line.size;
  const last = line.cells.at(-1) ?? '';
  if (gap >= CELL_GAP) line.cells.push(piece.str.trim());
  else {
    const spaced = gap >= WORD_GAP || /^\s/u.test(piece.str);
    line.cells[line.cells.length - 1] = spaced ? `${last} ${piece.str.trim()}` : last + piece.str.trim();
  }
  line.end = x + piece.width;
  line.size = Math.max(line.size, sizeOf(piece));
}

function positionOf(piece: PdfPiece): readonly [x: number, y: number] {
  return [piece.transform[4] ?? 0, piece.transform[5] ?? 0];
}

function sizeOf(piece: PdfPiece): number {
  return piece.height > 0 ? piece.height : Math.hypot(piece.transform[2] ?? 0, piece.transform[3] ?? 0) || 1;
}
