/** Lines longer than this that hold several heading marks have lost their line breaks. */
const RUN_ON = 300;
const marks = /\s*#{2,6}\s*(?=[^#\s])/gu;

/** Gives a text back its line breaks where a converter left `###` in the middle of one long line. */
export function splitRunOn(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (line.length < RUN_ON || (line.match(marks)?.length ?? 0) < 2) return line;
      return line.replaceAll(marks, '\n\n').trim();
    })
    .join('\n');
}
