import type { Candidate } from '../detector.ts';
import type { EntityFamily, Scan } from '../rule.ts';
import { bip39Words } from '../tables/bip39-words.ts';
import { passesBip39 } from '../validators/seed-phrase.ts';

const TYPE = 'SEED_PHRASE';
const LENGTHS = [24, 21, 18, 15, 12] as const;
const FEWEST_WORDS = 12;
const LONGEST_WORD = 8;
/** Characters between two words: a space, a line break, or the number of a list. */
const LONGEST_GAP = 6;
const LABEL_REACH = 80;
/** More words of the list one after the other are a list of them: found as a whole, so that time stays linear. */
const MOST_WORDS = 60;

/** A word of the list in the text. */
interface Place {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A power of two. */
const FILTER = 1 << 14;
const indexByHash = new Map(bip39Words.map((word, index) => [hashOf(word), index]));

/** 1 where a word of the list may have the hash: most words of a text have none, and take no look-up. */
const mayBeWord = new Uint8Array(FILTER);
for (const hash of indexByHash.keys()) mayBeWord[hash & (FILTER - 1)] = 1;

/** Words that restore a wallet. */
export const seedPhrases: EntityFamily = {
  types: [
    {
      id: TYPE,
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'spaced',
      context: [
        'seed phrase',
        'mnemonic',
        'recovery phrase',
        'seed words',
        'recovery words',
        'backup phrase',
        'secret phrase',
        '助记词',
        '助記詞',
      ],
    },
  ],
  rules: [
    {
      id: 'bip39-phrase',
      type: TYPE,
      kind: 'evidence',
      validator: 'BIP-39 words and checksum',
      score: 0.97,
      tests: {
        found: [
          'write down ⟦legal winner thank year wave sausage worth useful legal winner thank yellow⟧.',
          '助记词：⟦letter advice cage absurd amount doctor acoustic avoid letter advice cage above⟧',
        ],
        ignored: [
          'legal winner thank year wave sausage worth useful legal winner thank year',
          'about able above absent absorb abstract absurd abuse access accident',
        ],
      },
    },
    {
      id: 'bip39-phrase-labelled',
      type: TYPE,
      kind: 'evidence',
      validator: 'BIP-39 words, context',
      score: 0.85,
      tests: {
        found: ['mnemonic: ⟦legal winner thank year wave sausage worth useful legal winner thank year⟧'],
        ignored: [
          'seed phrase: twelve words, in the right order',
          'legal winner thank year wave sausage worth useful legal winner thank year',
        ],
      },
    },
  ],
  detect,
};

function detect({ text, words }: Scan, wanted: ReadonlySet<string>): readonly Candidate[] {
  if (!wanted.has(TYPE)) return [];
  const found: Candidate[] = [];
  for (const run of listRuns(text)) {
    const labelled = words
      .of(TYPE)
      .find((hit) => hit.end <= (run[0]?.start ?? 0) && (run[0]?.start ?? 0) - hit.end <= LABEL_REACH);
    for (let first = 0; first + FEWEST_WORDS <= run.length; first += 1) {
      const phrase =
        phraseAt(run, first) ?? (labelled === undefined && run.length <= MOST_WORDS ? undefined : run);
      const [start, end] = [phrase?.[0]?.start, phrase?.at(-1)?.end];
      if (phrase === undefined || start === undefined || end === undefined) continue;
      const isChecked = phrase !== run;
      found.push({
        type: TYPE,
        rule: isChecked ? 'bip39-phrase' : 'bip39-phrase-labelled',
        start,
        end,
        score: isChecked ? 0.97 : 0.85,
      });
      first += phrase.length - 1;
    }
  }
  return found;
}

function phraseAt(run: readonly Place[], first: number): readonly Place[] | undefined {
  for (const length of LENGTHS) {
    if (run.length > MOST_WORDS) return undefined;
    const phrase = run.slice(first, first + length);
    if (phrase.length === length && passesBip39(phrase.map(({ index }) => index))) return phrase;
  }
  return undefined;
}

/** Twelve or more words of the list one after the other. One pass, without a string for each word of the text. */
function listRuns(text: string): readonly (readonly Place[])[] {
  const runs: Place[][] = [];
  let run: Place[] = [];
  let hash = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const written = at < text.length ? text.charCodeAt(at) : 0;
    const unit = written | 0x20;
    if (unit >= 0x61 && unit <= 0x7a && written < 0x80) {
      if (start < 0) start = at;
      hash = nextHash(hash, unit);
      continue;
    }
    if (start < 0) continue;
    const mayBe = at - start <= LONGEST_WORD && mayBeWord[hash & (FILTER - 1)] === 1;
    const index = mayBe ? indexByHash.get(hash) : undefined;
    const isNext = index !== undefined && start - (run.at(-1)?.end ?? -LONGEST_GAP) <= LONGEST_GAP;
    if (!isNext) {
      if (run.length >= FEWEST_WORDS) runs.push(run);
      if (run.length > 0) run = [];
    }
    if (index !== undefined) run.push({ index, start, end: at });
    start = -1;
    hash = 0;
  }
  if (run.length >= FEWEST_WORDS) runs.push(run);
  return runs
    .map((places) =>
      places.filter((place) => bip39Words[place.index] === text.slice(place.start, place.end).toLowerCase()),
    )
    .filter((places) => places.length >= FEWEST_WORDS);
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = nextHash(hash, word.charCodeAt(at));
  return hash;
}

/** 30 bits: a larger number is no small integer to V8, and looking it up takes ten times as long. */
function nextHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) & 0x3fffffff;
}
