/**
 * Reads the `data` of server-sent events (WHATWG HTML, section 9.2) from bytes that arrive in pieces of any size.
 * Other fields and comments are skipped: the chat stream uses none.
 */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  let data: string[] = [];
  for await (const bytes of body) {
    pending += decoder.decode(bytes, { stream: true });
    const { lines, rest } = takeLines(pending);
    pending = rest;
    for (const line of lines) {
      if (line !== '') data.push(...dataOf(line));
      else if (data.length > 0) {
        yield data.join('\n');
        data = [];
      }
    }
  }
}

/** A final CR is left for the next piece: an LF may follow that belongs to it. */
function takeLines(text: string): { lines: string[]; rest: string } {
  const lines = text.split(/\r\n|\n|\r(?!$)/);
  const rest = lines.pop() ?? '';
  return { lines, rest };
}

function dataOf(line: string): string[] {
  const match = /^data(?:: ?(.*))?$/s.exec(line);
  return match === null ? [] : [match[1] ?? ''];
}
