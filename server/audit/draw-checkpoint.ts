import { encodeQR } from 'qr';

/**
 * A checkpoint as a QR code (ISO/IEC 18004), as SVG: to be photographed or printed where no wire leads out. A signed note of 189 bytes
 * and some witnesses' lines of 128 fit; at most 2,953 bytes do.
 * @throws Error when the note is longer
 */
export function drawCheckpoint(note: string): string {
  return encodeQR(note, 'svg', { ecc: 'low', encoding: 'byte', border: 4 });
}
