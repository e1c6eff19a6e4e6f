/** Bytes of a text in an encoding that Node only decodes: the decoder is asked what each pair of bytes means. */
export function encodeText(text: string, encoding: 'gb18030' | 'big5' | 'shift_jis'): Buffer {
  const table = tableOf(encoding);
  return Buffer.concat(
    Array.from(text, (character) => {
      const known = character < '\u0080' ? Buffer.from(character) : table.get(character);
      if (known === undefined)
        throw new Error(`${encoding} has no U+${character.codePointAt(0)?.toString(16)}`);
      return known;
    }),
  );
}

const tables = new Map<string, Map<string, Buffer>>();

function tableOf(encoding: string): Map<string, Buffer> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const text = decoder.decode(bytes);
      if (Array.from(text).length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** Quoted-printable (RFC 2045, 6.7) with soft line breaks in the middle of words. */
export function quotedPrintable(bytes: Buffer): string {
  const coded = Array.from(bytes, (byte) =>
    (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32
      ? String.fromCharCode(byte)
      : byte === 10
        ? '\r\n'
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let line = 0;
  return coded
    .map((piece) => {
      line = piece === '\r\n' ? 0 : line + piece.length;
      if (line <= 72) return piece;
      line = piece.length;
      return `=\r\n${piece}`;
    })
    .join('');
}

export function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{76}/gu, '$&\r\n');
}
