/** Characters of a title that was made from a question. */
const LONGEST = 60;

/** A title for a conversation: the beginning of its first question, cut between words where there are any. */
export function makeTitle(question: string): string {
  const line = question.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= LONGEST) return line;
  const start = characters.slice(0, LONGEST - 1).join('');
  const gap = start.lastIndexOf(' ');
  return `${(gap > LONGEST / 2 ? start.slice(0, gap) : start).trimEnd()}…`;
}
