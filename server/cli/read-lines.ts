/** The first lines of standard input, as many as asked for; empty where it has fewer. Nothing is read beyond them. */
export async function readLines(input: AsyncIterable<string | Buffer>, count: number): Promise<string[]> {
  let text = '';
  for await (const chunk of input) {
    text += chunk.toString();
    if (text.split('\n').length > count) break;
  }
  const lines = text.split(/\r?\n/);
  return Array.from({ length: count }, (_, index) => lines[index] ?? '');
}
