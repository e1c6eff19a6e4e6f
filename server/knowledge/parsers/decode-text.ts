import { decodeBytes } from './decode-bytes.ts';
import { formatError } from './format-error.ts';
import { guessEncoding } from './guess-encoding.ts';

/**
 * Text from bytes: by byte order mark, else UTF-8, else what the text says about itself (`<meta charset>`, XML
 * declaration), else the encoding whose everyday characters it has: GB18030, Big5, Shift-JIS or Windows-1252.
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is none of them, or holds binary data.
 */
export function decodeText(bytes: Buffer): string {
  const marked = decodeMarked(bytes);
  if (marked === undefined && bytes.includes(0))
    throw formatError('binary', 'The file holds binary data, not text.');
  const text = marked ?? decodeBytes('utf-8', bytes) ?? decodeStated(bytes) ?? decodeGuessed(bytes);
  if (text === undefined) {
    throw formatError('encoding', 'The file is neither UTF-8 nor GB18030 text. Save it as UTF-8 and retry.');
  }
  if (text.includes('\u0000')) throw formatError('binary', 'The file holds binary data, not text.');
  return text;
}

/** UTF-16 also without its mark, when it begins with an ASCII character: text has no zero bytes else. */
function decodeMarked(bytes: Buffer): string | undefined {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return decodeBytes('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeBytes('utf-16be', bytes);
  if (bytes.length < 4 || bytes.length % 2 !== 0 || bytes[0] === bytes[1]) return undefined;
  if (second === 0 && bytes[3] === 0 && first < 0x80) return decodeBytes('utf-16le', bytes);
  return first === 0 && bytes[2] === 0 && second < 0x80 ? decodeBytes('utf-16be', bytes) : undefined;
}

function decodeStated(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 2048).toString('latin1');
  const stated =
    /<meta[^>]{0,200}charset\s*=\s*["']?(?<label>[\w-]{2,20})/iu.exec(head) ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["'](?<label>[\w-]{2,20})/iu.exec(head);
  const label = stated?.groups?.['label'];
  return label === undefined ? undefined : decodeBytes(label, bytes);
}

function decodeGuessed(bytes: Buffer): string | undefined {
  const encoding = guessEncoding(bytes);
  return encoding === undefined ? undefined : decodeBytes(encoding, bytes);
}
