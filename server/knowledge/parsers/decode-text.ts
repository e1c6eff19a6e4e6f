import { formatError } from './format-error.ts';

/**
 * Text from bytes: by byte order mark, else UTF-8, else GB18030 (older Chinese files).
 * @throws AppError ERR_KNOWLEDGE_FORMAT when it is none of them, or holds binary data.
 */
export function decodeText(bytes: Buffer): string {
  const text = decodeMarked(bytes) ?? decodeAs('utf-8', bytes) ?? decodeChinese(bytes);
  if (text === undefined) {
    throw formatError('The file is neither UTF-8 nor GB18030 text. Save it as UTF-8 and retry.');
  }
  if (text.includes('\u0000')) throw formatError('The file holds binary data, not text.');
  return text;
}

function decodeMarked(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  return undefined;
}

/** Nearly any bytes are valid GB18030, so the result must also look Chinese. */
function decodeChinese(bytes: Buffer): string | undefined {
  const text = decodeAs('gb18030', bytes);
  const common = text?.match(/[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF]/gu)?.length ?? 0;
  const unusual =
    text?.match(/[^\p{ASCII}\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF\u2000-\u22FF]/gu)?.length ?? 0;
  return common > unusual * 4 ? text : undefined;
}

function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
