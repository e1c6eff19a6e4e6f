/**
 * Signatures of texts whose equal share estimates how much two texts have in common (A. Broder, "On the resemblance and
 * containment of documents", 1997), cut into bands so that likely pairs are found by equality.
 */

/** Numbers of a signature: the estimate of a resemblance of 0.8 has a standard error of 0.037. */
const SIZE = 120;
/** Numbers of a band. Of pairs that resemble by 0.8 (0.85; 0.5), 99.8 % (99.99 %; 27 %) share one of the 20 bands. */
const ROWS = 6;
/** Tokens of a shingle: words of letters, single Chinese characters. */
const SHINGLE = 4;
/** Characters that are looked at: a longer text is known by its beginning, and costs no more than a second. */
const LONGEST = 2_000_000;
/** A text of fewer shingles says too little to resemble another. */
const FEWEST = 12;

export type Signature = Uint32Array;

/** Undefined for a text too short to tell. Case, punctuation, width and white space do not count. */
export function signatureOf(text: string): Signature | undefined {
  const shingles = shinglesOf(text);
  if (shingles.size < FEWEST) return undefined;
  const signature = new Uint32Array(SIZE).fill(0xff_ff_ff_ff);
  for (const shingle of shingles) {
    for (let at = 0; at < SIZE; at += 1) {
      const value = mix(shingle ^ Math.imul(at + 1, 0x9e_37_79_b1));
      if (value < (signature[at] ?? 0)) signature[at] = value;
    }
  }
  return signature;
}

/** Estimated Jaccard resemblance of two texts, 0 to 1. */
export function resemblance(one: Signature, other: Signature): number {
  return one.filter((value, at) => value === other[at]).length / SIZE;
}

/** Keys of which two texts that resemble each other share at least one. */
export function bandsOf(signature: Signature): string[] {
  return Array.from({ length: SIZE / ROWS }, (_, band) => {
    const rows = signature.slice(band * ROWS, (band + 1) * ROWS);
    return `${band}:${rows.reduce((hash, value) => mix(hash ^ value), band).toString(36)}`;
  });
}

export function encodeSignature(signature: Signature): string {
  const bytes = Buffer.alloc(SIZE * Uint32Array.BYTES_PER_ELEMENT);
  for (const [at, value] of signature.entries())
    bytes.writeUInt32LE(value, at * Uint32Array.BYTES_PER_ELEMENT);
  return bytes.toString('base64');
}

/** What `encodeSignature` wrote; undefined for anything else. */
export function decodeSignature(encoded: string): Signature | undefined {
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== SIZE * Uint32Array.BYTES_PER_ELEMENT) return undefined;
  return Uint32Array.from({ length: SIZE }, (_, at) =>
    bytes.readUInt32LE(at * Uint32Array.BYTES_PER_ELEMENT),
  );
}

const tokenPattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

function shinglesOf(text: string): Set<number> {
  const shingles = new Set<number>();
  const window: number[] = [];
  for (const [token] of text.slice(0, LONGEST).normalize('NFKC').toLowerCase().matchAll(tokenPattern)) {
    window.push(hashText(token));
    if (window.length > SHINGLE) window.shift();
    if (window.length === SHINGLE)
      shingles.add(window.reduce((hash, value) => mix(Math.imul(hash, 31) ^ value), 0));
  }
  return shingles;
}

/** FNV-1a over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the input changes half of the output. Unsigned. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
