import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../admin-ui/src/api/sse-reader.ts';

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b);
  let start = 0;
  for (const end of [...places, bytes.length]) {
    yield bytes.slice(start, end);
    start = end;
  }
}

async function read(stream: string, cuts: readonly number[] = []): Promise<string[]> {
  const events: string[] = [];
  for await (const data of readEvents(inPieces(new TextEncoder().encode(stream), cuts))) events.push(data);
  return events;
}

describe('reading server-sent events', () => {
  it.each([
    ['one event', 'data: {"a":1}\n\n', ['{"a":1}']],
    ['no space after the colon', 'data:x\n\n', ['x']],
    ['only the first space belongs to the syntax', 'data:  x\n\n', [' x']],
    ['several data lines are joined', 'data: a\ndata: b\n\n', ['a\nb']],
    ['CRLF and CR', 'data: a\r\n\r\ndata: b\r\rdata: c\n\n', ['a', 'b', 'c']],
    ['comments and other fields are skipped', ': ping\nevent: x\nid: 1\ndata: a\n\n', ['a']],
    ['blank lines alone are no event', '\n\n\ndata: a\n\n\n\n', ['a']],
    ['an event without its blank line never happened', 'data: a\n\ndata: b\n', ['a']],
    ['a field that only begins like data', 'database: a\n\n', []],
  ])('%s', async (_name, stream, events) => {
    expect(await read(stream)).toEqual(events);
  });

  it('does not depend on how the bytes are cut, even within a character or a line end', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((part) => part.replaceAll(/[\r\n]/g, ''));
    const lineEnd = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(text),
        lineEnd,
        fc.array(fc.nat(), { maxLength: 20 }),
        async (parts, end, cuts) => {
          const stream = parts.map((part) => `data: ${part}${end}${end}`).join('');
          expect(await read(stream, cuts)).toEqual(parts);
        },
      ),
    );
  });
});
