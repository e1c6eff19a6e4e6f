import * as vocabulary from '../tables/english-vocabulary.ts';
import { latinGivenNames } from '../tables/latin-given-names.ts';
import { latinSurnames } from '../tables/latin-surnames.ts';
import { ordinaryEnglishWords } from '../tables/ordinary-english-words.ts';
import { placeNames } from '../tables/place-names.ts';
import { romanisedGivenNames, romanisedSurnames } from '../tables/romanised-names.ts';
import * as streets from '../tables/street-vocabulary.ts';
import { listWords } from './list-words.ts';
import { createWordTable, type WordTable } from './word-table.ts';
import * as flag from './word-flags.ts';

/** What is known about words, and the places of several words. */
export interface Lexicon extends WordTable {
  /** The further words of each place that begins with this one, longest first. */
  placesAfter(word: string): readonly (readonly string[])[];
}

let loaded: Lexicon | undefined;

/** Made at first use, about 75,000 words, and kept. */
export function loadLexicon(): Lexicon {
  loaded ??= createLexicon();
  return loaded;
}

function createLexicon(): Lexicon {
  const flags = new Map<string, number>();
  const places = new Map<string, (readonly string[])[]>();
  for (const [table, bit] of tables()) for (const word of listWords(table)) add(flags, word, bit);
  for (const place of placeNames.split(/[,\n]/)) addPlace(place, flag.PLACE, flags, places);
  for (const place of vocabulary.countryNames.split(/[,\n]/))
    addPlace(place, flag.PLACE | flag.COUNTRY, flags, places);
  for (const tails of places.values()) tails.sort((a, b) => b.length - a.length);
  return {
    ...createWordTable(flags),
    placesAfter: (word) => places.get(word) ?? [],
  };
}

function tables(): readonly (readonly [string, number])[] {
  return [
    [ordinaryEnglishWords, flag.BASE_FORM],
    [latinGivenNames, flag.GIVEN],
    [romanisedGivenNames, flag.GIVEN],
    [latinSurnames, flag.SURNAME],
    [romanisedSurnames, flag.SURNAME],
    [vocabulary.functionWords, flag.FUNCTION],
    [vocabulary.titleWords, flag.TITLE],
    [vocabulary.nameSuffixes, flag.NAME_SUFFIX],
    [vocabulary.particles, flag.PARTICLE],
    [vocabulary.personVerbs, flag.PERSON_VERB],
    [vocabulary.openVerbs, flag.OPEN_VERB],
    [vocabulary.personCues, flag.PERSON_CUE],
    [vocabulary.monthWords, flag.MONTH],
    [vocabulary.weekdayWords, flag.WEEKDAY],
    [vocabulary.brandWords, flag.BRAND],
    [vocabulary.firmNames, flag.FIRM],
    [vocabulary.capitalWords, flag.CAPITAL_WORD],
    ['corner', flag.CORNER],
    [vocabulary.companySuffixes, flag.COMPANY_SUFFIX],
    [vocabulary.organisationNouns, flag.ORGANISATION],
    [vocabulary.jobNouns, flag.JOB],
    [vocabulary.demonyms, flag.DEMONYM],
    [streets.streetSuffixWords, flag.STREET_SUFFIX],
    [streets.streetPrefixWords, flag.STREET_PREFIX],
    [streets.unitWords, flag.UNIT],
    [streets.directionWords, flag.DIRECTION],
  ];
}

function addPlace(
  place: string,
  bits: number,
  flags: Map<string, number>,
  places: Map<string, (readonly string[])[]>,
): void {
  const [head, ...tail] = listWords(place);
  if (head === undefined) return;
  if (tail.length === 0) {
    add(flags, head, bits);
    return;
  }
  add(flags, head, flag.PLACE_HEAD);
  const known = places.get(head);
  if (known === undefined) places.set(head, [tail]);
  else known.push(tail);
}

function add(flags: Map<string, number>, word: string, bit: number): void {
  flags.set(word, (flags.get(word) ?? 0) | bit);
}
