import { writeFileSync } from 'node:fs';
import { readIfThere } from '../util/read-if-there.ts';

/** Where the public keys stand: beside the private one, ending in `.vkey`. */
export function verifierKeyPath(signingKeyPath: string): string {
  return signingKeyPath.replace(/(\.pem)?$/, '.vkey');
}

/** Writes the verifier keys that auditors are given, one a line, unless they stand there already. */
export function publishVerifierKeys(signingKeyPath: string, keys: readonly string[]): void {
  const path = verifierKeyPath(signingKeyPath);
  const text = `${keys.join('\n')}\n`;
  if (readIfThere(path)?.toString('utf8') !== text) writeFileSync(path, text);
}
