/** Text in one encoding (WHATWG label); undefined when the bytes are not valid in it, or nobody knows the label. */
export function decodeBytes(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
