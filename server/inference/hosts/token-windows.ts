/** Words from `from` up to, and without, `to`. */
export interface TokenWindow {
  readonly from: number;
  readonly to: number;
}

/** Share of a window that the next one reads again: a name at its edge has lost what stands around it. */
const OVERLAP = 0.25;

/**
 * Cuts words into overlapping windows.
 * @param lengths tokens of each word, none more than a window takes
 * @param most tokens of a window
 */
export function cutWindows(lengths: readonly number[], most: number): readonly TokenWindow[] {
  const windows: TokenWindow[] = [];
  for (let from = 0; from < lengths.length;) {
    const to = endOf(lengths, from, most);
    windows.push({ from, to });
    if (to === lengths.length) break;
    from = Math.max(from + 1, startBefore(lengths, to, most * OVERLAP));
  }
  return windows;
}

/** The first word that no longer fits, at least one after `from`. */
function endOf(lengths: readonly number[], from: number, most: number): number {
  let to = from;
  for (let tokens = 0; to < lengths.length; to += 1) {
    tokens += lengths[to] ?? 0;
    if (tokens > most && to > from) break;
  }
  return to;
}

/** The first of the words before `to` that have so many tokens together at most. */
function startBefore(lengths: readonly number[], to: number, most: number): number {
  let start = to;
  let room = most;
  while (start > 0 && (lengths[start - 1] ?? 0) <= room) {
    start -= 1;
    room -= lengths[start] ?? 0;
  }
  return start;
}
