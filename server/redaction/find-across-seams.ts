import type { Candidate } from './detector.ts';

/**
 * Values that stand partly in one part of a message and partly in the next: the text is searched once more without the
 * line breaks that join the parts. Only what crosses one is new.
 * @param seams offsets of these line breaks in the text, ascending
 * @param find candidates of a text, with offsets in it
 */
export function findAcrossSeams(
  text: string,
  seams: readonly number[],
  find: (joined: string) => readonly Candidate[],
): readonly Candidate[] {
  if (seams.length === 0) return [];
  return find(withoutSeams(text, seams)).flatMap((candidate) => {
    const start = candidate.start + seamsBefore(seams, candidate.start);
    const last = candidate.end - 1 + seamsBefore(seams, candidate.end - 1);
    // The word that announced it may stand in another part; it only explains, and is left out.
    const { announcedBy: _, ...found } = candidate;
    return last - start === candidate.end - 1 - candidate.start ? [] : [{ ...found, start, end: last + 1 }];
  });
}

/** The text without these line breaks. */
export function withoutSeams(text: string, seams: readonly number[]): string {
  const ends = [...seams, text.length];
  return ends.map((end, at) => text.slice(at === 0 ? 0 : (seams[at - 1] ?? 0) + 1, end)).join('');
}

/** How many seams lie before the character at `index` of the joined text. */
function seamsBefore(seams: readonly number[], index: number): number {
  let low = 0;
  let high = seams.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The seam's own place in the joined text: `middle` line breaks before it are gone.
    if ((seams[middle] ?? 0) - middle <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
