/** Share of the characters beyond ASCII that must be everyday ones of an encoding for it to be believed. */
const BELIEVED = 0.6;
/** Texts of Latin letters have at most this share of accented ones. */
const ACCENTED = 0.25;
const SAMPLE = 65_536;

type Everyday = (lead: number, trail: number) => boolean;

/** Where the everyday characters of each encoding lie: its first level of Chinese characters or its syllables, and its punctuation. */
const everyday: Readonly<Record<'gb18030' | 'big5' | 'shift_jis', Everyday>> = {
  gb18030: (lead, trail) =>
    trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)),
  big5: (lead, trail) => ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1) && lead >= 0xa1 && lead <= 0xc6,
  shift_jis: (lead, trail) =>
    (lead === 0x82 && trail >= 0x9f && trail <= 0xf1) ||
    (lead === 0x83 && trail >= 0x40 && trail <= 0x96) ||
    (lead === 0x81 && trail >= 0x40 && trail <= 0x9b) ||
    (lead >= 0x88 && lead <= 0x97 && trail >= 0x40),
};

/** The encoding of a text that is not UTF-8 and does not say what it is; undefined when none fits. */
export function guessEncoding(bytes: Buffer): keyof typeof everyday | 'windows-1252' | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const scores = (['gb18030', 'big5', 'shift_jis'] as const).map((encoding) => ({
    encoding,
    score: shareOf(sample, everyday[encoding]),
  }));
  const [best] = scores.toSorted((left, right) => right.score - left.score);
  const high = sample.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  const isLatin = high / sample.length <= ACCENTED && sample.every((byte) => byte < 0x80 || byte >= 0x91);
  if (best !== undefined && best.score >= (isLatin ? 0.95 : BELIEVED)) return best.encoding;
  return isLatin ? 'windows-1252' : undefined;
}

function shareOf(bytes: Buffer, isEveryday: Everyday): number {
  let pairs = 0;
  let found = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    pairs += 1;
    at += 1;
    if (isEveryday(lead, bytes[at] ?? 0)) found += 1;
  }
  return pairs === 0 ? 0 : found / pairs;
}
