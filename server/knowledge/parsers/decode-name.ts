import { decodeBytes } from './decode-bytes.ts';

/** The name of a file in an archive whose writer did not say its encoding: Chinese Windows writes GB18030. */
export function decodeName(bytes: Buffer): string {
  return decodeBytes('utf-8', bytes) ?? decodeBytes('gb18030', bytes) ?? bytes.toString('latin1');
}
