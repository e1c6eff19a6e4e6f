import { StringDecoder } from 'node:string_decoder';

/**
 * Cuts a byte stream into lines at LF only. (node:readline also cuts at U+2028 and U+2029, which JSON leaves
 * unescaped inside strings.)
 */
export function createLineSplitter(onLine: (line: string) => void): (chunk: Uint8Array) => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const pieces = decoder.write(Buffer.from(chunk)).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      const line = rest + piece;
      rest = '';
      if (line !== '') onLine(line);
    }
    rest += last;
  };
}
