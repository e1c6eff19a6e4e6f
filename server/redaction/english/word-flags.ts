/** What the tables tell about a word: one bit for each. */
export const GIVEN = 1 << 0;
export const SURNAME = 1 << 1;
/** Set while reading, for words with a capital: an ordinary word in any form. */
export const ORDINARY = 1 << 2;
export const FUNCTION = 1 << 3;
export const PLACE = 1 << 4;
/** First word of a place of several words. */
export const PLACE_HEAD = 1 << 5;
export const TITLE = 1 << 6;
export const NAME_SUFFIX = 1 << 7;
export const PARTICLE = 1 << 8;
export const PERSON_VERB = 1 << 9;
/** Verbs of which a thing is the subject as well. */
export const OPEN_VERB = 1 << 28;
export const PERSON_CUE = 1 << 10;
export const MONTH = 1 << 11;
export const WEEKDAY = 1 << 12;
export const BRAND = 1 << 13;
export const COMPANY_SUFFIX = 1 << 14;
export const ORGANISATION = 1 << 15;
export const JOB = 1 << 16;
export const DEMONYM = 1 << 17;
export const STREET_SUFFIX = 1 << 18;
export const STREET_PREFIX = 1 << 19;
export const UNIT = 1 << 20;
export const DIRECTION = 1 << 21;
export const COUNTRY = 1 << 22;
/** Feasts, planets: capitals of no name. */
export const CAPITAL_WORD = 1 << 23;
export const CORNER = 1 << 24;
/** A name that is no ordinary word, whatever the table of words says. */
export const FIRM = 1 << 26;
/** Base form of an ordinary word. */
export const BASE_FORM = 1 << 27;
/** Set while reading: inside the name of a country, state or town of several words. */
export const IN_PLACE = 1 << 25;

/** Words of the vocabulary that no name begins with: they keep their small letters. */
export const PLAIN =
  FUNCTION |
  TITLE |
  PARTICLE |
  PERSON_VERB |
  OPEN_VERB |
  STREET_SUFFIX |
  STREET_PREFIX |
  UNIT |
  MONTH |
  WEEKDAY |
  BRAND |
  CORNER;

export const NAME = GIVEN | SURNAME;
