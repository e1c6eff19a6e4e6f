import { SaxesParser } from 'saxes';
import { formatError } from './format-error.ts';

/** Names come without their prefix: producers choose prefixes as they like. Attributes keep theirs. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const SLICE = 65_536;

/**
 * Reads an XML part of an office file, event by event and in slices: it is never in memory as a tree. No entity is
 * defined and nothing is fetched: a document type is refused, as office files have none.
 * @throws AppError ERR_KNOWLEDGE_FORMAT, or Error when it is not well formed
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(localName(name), attributes));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('doctype', () => {
    throw formatError(
      'damaged',
      'The file defines XML entities, which office files never do. Save it again and retry.',
    );
  });
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += SLICE) {
    parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

/** The value of an attribute whatever its prefix: `r:id` in most files, `ns1:id` in others. */
export function prefixedAttribute(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
