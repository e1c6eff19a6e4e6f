import type { EvidenceRule } from '../rule.ts';

type Described = Omit<EvidenceRule, 'kind'> & Required<Pick<EvidenceRule, 'tests'>>;

function rule(described: Described): EvidenceRule {
  return { kind: 'evidence', ...described };
}

/** The rules of English running text by what decides. */
export const freeTextRules = {
  personTitled: rule({
    id: 'person-titled',
    type: 'PERSON',
    validator: 'title before capitals',
    score: 0.85,
    tests: {
      found: [
        'We met Mr. ⟦Brzycki⟧ yesterday',
        'Ask Dr ⟦Anna Vels⟧ about it',
        'Signed by Mrs ⟦van der Meulen⟧',
      ],
      ignored: ['Dear Sir or Madam', 'The General Terms of Delivery apply'],
    },
  }),
  personGiven: rule({
    id: 'person-given-name',
    type: 'PERSON',
    validator: 'table of given names, capitals, surroundings',
    score: 0.75,
    tests: {
      found: [
        'I spoke to ⟦Alessandro⟧ about it',
        'The novel by ⟦Tomasz Wierzbicki⟧ is out',
        '⟦Jürgen⟧ lives nearby',
      ],
      ignored: [
        'Rose gold and Jack plugs are in stock.',
        'Grace periods of ten days',
        'Jasmine tea is sold out',
      ],
    },
  }),
  personSurname: rule({
    id: 'person-surname',
    type: 'PERSON',
    validator: 'table and endings of surnames, surroundings',
    score: 0.65,
    tests: {
      found: ['As ⟦Lindqvist⟧ said, it is late', 'minutes taken by ⟦J. Kowalczyk⟧'],
      ignored: ['The Ford was serviced', 'The Baker Method is old'],
    },
  }),
  personSmall: rule({
    id: 'person-small-letters',
    type: 'PERSON',
    validator: 'tables of names, label or pair',
    score: 0.6,
    tests: {
      found: ['Please ask ⟦alessandro rossi⟧ for it', 'My name is ⟦jennifer⟧ and I need help'],
      ignored: ['please check the rose garden', 'mark it as done'],
    },
  }),
  courtesyTitle: rule({
    id: 'courtesy-title',
    type: 'JOB_TITLE',
    validator: 'title before a name',
    score: 0.6,
    tests: {
      found: ['We met ⟦Mr⟧. Brzycki', '⟦Dr⟧ Anna Vels is in'],
      ignored: ['Dear Sir or Madam', 'Mr. is a title'],
    },
  }),
  jobTitle: rule({
    id: 'job-title',
    type: 'JOB_TITLE',
    validator: 'noun of a job, capitals or its own line',
    score: 0.6,
    tests: {
      found: ['Anna Vels\n⟦Senior Developer⟧\n', 'She works as a ⟦nurse⟧ now'],
      ignored: ['the nurse explained how to use it', 'a manager of files'],
    },
  }),
  streetAddress: rule({
    id: 'street-address',
    type: 'STREET_ADDRESS',
    validator: 'words for streets and units, numbers, postcodes, places',
    score: 0.75,
    tests: {
      found: [
        'He lives at ⟦42 Elm Street, Apt. 7, Springfield, IL 62704⟧ now',
        'Ship to ⟦Storgatan 14, 114 55 Stockholm⟧.',
        'Address: ⟦12 Rue de la Paix\n75002 Paris⟧',
        'Send it to ⟦Unit 2050 Box 4190\nAPO AP 96278⟧.',
        'sent to ⟦24 clarke avenue⟧ please',
        'meet at ⟦the corner of Elm Street and Oak Avenue⟧',
      ],
      ignored: [
        'Bus 42 leaves from Platform 2.',
        'a 30 minute drive by road',
        'Windows 11, Office 365 and iPhone 15',
        'Chapter 3, Section 4, Table 12',
      ],
    },
  }),
  streetName: rule({
    id: 'street-name',
    type: 'LOCATION',
    validator: 'word for a street after capitals',
    score: 0.6,
    tests: { found: ['The shop on ⟦Clarke Avenue⟧ is closed'], ignored: ['cross the street', 'a long road'] },
  }),
  place: rule({
    id: 'place-table',
    type: 'LOCATION',
    validator: 'table of countries, regions and towns',
    score: 0.7,
    tests: {
      found: [
        'She moved to ⟦Costa Rica⟧',
        'offices in ⟦Rotterdam⟧ and elsewhere',
        'born in ⟦Trinidad and Tobago⟧',
      ],
      ignored: ['The Lincoln project closes soon', 'Reading helps', 'a Paris-style café'],
    },
  }),
  placeNamed: rule({
    id: 'place-after-preposition',
    type: 'LOCATION',
    validator: 'unknown name after in, from, near',
    score: 0.5,
    tests: { found: ['He grew up in ⟦Hrušovany⟧ long ago'], ignored: ['in Section 4', 'from Monday on'] },
  }),
  company: rule({
    id: 'company-ending',
    type: 'ORGANIZATION',
    validator: 'legal form or ampersand after capitals',
    score: 0.8,
    tests: {
      found: [
        'an invoice of ⟦Quentral Systems Inc⟧',
        'the contract with ⟦Brinkmeier GmbH⟧',
        'ask ⟦Tanner & Sons⟧',
      ],
      ignored: ['the company is limited', 'Terms & Conditions'],
    },
  }),
  institution: rule({
    id: 'institution-noun',
    type: 'ORGANIZATION',
    validator: 'noun of an institution with a name',
    score: 0.7,
    tests: {
      found: ['a loan from ⟦Zenvik Bank⟧', 'studied at ⟦Delft University⟧'],
      ignored: ['the bank is closed', 'a university in the north'],
    },
  }),
  properName: rule({
    id: 'proper-name',
    type: 'ORGANIZATION',
    validator: 'capitals in mid-sentence, no ordinary word',
    score: 0.4,
    tests: {
      found: ['the tool of ⟦Citysourced⟧ is slow'],
      ignored: ['Open the Settings and press Save', 'We use Kubernetes and GitHub', 'the Quarterly Report'],
    },
  }),
  nationality: rule({
    id: 'nationality-list',
    type: 'NATIONALITY',
    validator: 'list of demonyms',
    score: 0.7,
    tests: {
      found: ['a ⟦Norwegian⟧ citizen', 'She is ⟦Portuguese⟧.'],
      ignored: ['a citizen of the world', 'polish the table'],
    },
  }),
  dateNumeric: rule({
    id: 'date-numeric',
    type: 'DATE_TIME',
    validator: 'day, month and year with one separator',
    score: 0.7,
    tests: {
      found: ['due on ⟦11/10/2027⟧', 'since ⟦2026-03-01⟧', 'am ⟦24.12.2025⟧'],
      ignored: ['version 1.2.3', 'a ratio of 3/4', '1/2/3/4'],
    },
  }),
  dateMonth: rule({
    id: 'date-month-name',
    type: 'DATE_TIME',
    validator: 'name of a month beside day or year',
    score: 0.75,
    tests: {
      found: ['on ⟦3 March 2027⟧', 'by ⟦Oct 5th, 2026⟧', 'the ⟦1st of May⟧', 'in ⟦December⟧'],
      ignored: ['it may rain', 'march on', 'May I come in?'],
    },
  }),
  weekday: rule({
    id: 'date-weekday',
    type: 'DATE_TIME',
    validator: 'name of a day',
    score: 0.6,
    tests: {
      found: ['see you on ⟦Friday⟧', 'closed on ⟦sunday⟧'],
      ignored: ['the sun is out', 'they sat down'],
    },
  }),
  time: rule({
    id: 'time-of-day',
    type: 'DATE_TIME',
    validator: 'hours and minutes',
    score: 0.6,
    tests: {
      found: ['at ⟦10:30 pm⟧', 'from ⟦8am⟧ on', 'until ⟦17:45⟧'],
      ignored: ['a ratio of 16:9', 'I am 8'],
    },
  }),
  age: rule({
    id: 'age-in-text',
    type: 'AGE',
    validator: '0 to 129 beside years old, aged, turned',
    score: 0.6,
    tests: {
      found: ['a ⟦50⟧ year old man', 'He turned ⟦34⟧ in spring', "I'm ⟦27⟧."],
      ignored: ['50 years of war', 'I am 2nd in the queue'],
    },
  }),
} as const satisfies Readonly<Record<string, EvidenceRule>>;
