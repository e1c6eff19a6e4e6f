/**
 * Cuts a file of notes into notes. `rest` is what is left when a note does not have the shape of one: a torn last note,
 * or damage.
 */
export function splitNotes(text: string): { notes: string[]; rest: string } {
  const shape = /[^\n]+\n\d+\n[^\n]+\n\n(?:— [^\n]+\n)+/y;
  const notes: string[] = [];
  let end = 0;
  for (let match = shape.exec(text); match !== null; match = shape.exec(text)) {
    notes.push(match[0]);
    end = shape.lastIndex;
  }
  return { notes, rest: text.slice(end) };
}

/** Whether the rest can be the beginning of one note whose writing was cut short. */
export function isTorn(rest: string): boolean {
  return !rest.endsWith('\n') || !rest.includes('\n— ');
}
