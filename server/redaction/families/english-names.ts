import type { EntityFamily, Span } from '../rule.ts';

const NAME_WORD = "[A-Z\\u00c0-\\u00de][A-Za-z\\u00c0-\\u024f'’-]{0,24}";

/** Words in capitals that follow a label without being a name. */
const notNames = new Set(
  'The A An This That These Those My Your His Her Our Their It I We You He She They Is Are Was Were Has Have Please Can Could Would Should Do Does Did Not No Yes Number Name Email Phone Id ID Service Support Center Centre Team Department Customer Account Bank Card Sir Madam All Hello Hi And Or But For From With To In On At By Of As If When Where What Who How Why Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
);

/** Personal names in Latin script after a label. Names in running text are found by `english-text.ts`. */
export const englishNames: EntityFamily = {
  types: [
    {
      id: 'PERSON',
      label: 'PERSON',
      tier: 'personal',
      locale: '*',
      canonical: 'spaced',
      context: [
        'name',
        'full name',
        'first name',
        'last name',
        'surname',
        'customer',
        'client',
        'patient',
        'contact',
        'contact person',
        'cardholder',
        'card holder',
        'account holder',
        'beneficiary',
        'recipient',
        'employee',
        'applicant',
        'dear',
        'hi',
        'hello',
        'attn',
        'attention',
        'my name is',
        'name is',
        'i am',
        "i'm",
        'this is',
        'called',
        'named',
        'spouse',
        'wife',
        'husband',
        'regards',
        'best regards',
        'kind regards',
        'sincerely',
        'signed by',
        'signed',
        'tenant',
        'borrower',
        'guarantor',
        'passenger',
        '姓名',
        '客户',
        '联系人',
        '收件人',
        '持卡人',
        '户名',
        '患者',
        '我叫',
        '用户',
        '员工',
      ],
    },
  ],
  rules: [
    {
      id: 'person-labelled',
      type: 'PERSON',
      kind: 'label',
      validator: 'context, capitals',
      score: 0.65,
      value: nameWords(),
      accept: (match, text) => labelledName(match, text),
      tests: {
        found: ['Cardholder: ⟦Okuhle Zwane⟧', '联系人：⟦Lars Holm⟧', 'my name is ⟦Quillon⟧'],
        ignored: ['Customer Service is closed today', 'Name: not given'],
      },
    },
    {
      id: 'person-name-field',
      type: 'PERSON',
      kind: 'pattern',
      validator: 'form field',
      score: 0.7,
      context: 'free',
      pattern: /\b(?:full |first |last |customer |client )?name(?:"? ?: ?"?|=)/gi,
      accept: (match, text) => fieldName(text, match.index + match[0].length),
      tests: {
        found: ['{"name": "⟦zoe quillon⟧"}', 'full name: ⟦okuhle zwane⟧\n'],
        ignored: ['rename the file', 'Its name is not known'],
      },
    },
  ],
};

function nameWords(): RegExp {
  return new RegExp(`${NAME_WORD}(?:[ ]${NAME_WORD}){0,3}`, 'y');
}

/** After a general word such as `customer`, one capital alone is too weak: it takes two words or a clear label. */
function labelledName(match: RegExpExecArray, text: string): Span | undefined {
  const span = nameAt(text, match.index, 1);
  if (span === undefined) return undefined;
  const before = text.slice(Math.max(0, match.index - 14), match.index).toLowerCase();
  const isClear =
    /(?:name(?: is)?|i am|i'm|dear|hi|hello|named|called|attn|holder|姓名|联系人|收件人|持卡人|户名|患者|我叫|客户|用户)[\s:=：,"]{0,4}$/.test(
      before,
    );
  return isClear || text.slice(span.start, span.end).includes(' ') ? span : undefined;
}

function nameAt(text: string, start: number, least: number): Span | undefined {
  const match = new RegExp(`^${NAME_WORD}(?:[ ]${NAME_WORD}){0,3}`).exec(text.slice(start, start + 104));
  if (match === null) return undefined;
  const words = match[0].split(' ');
  const stop = words.findIndex((word) => notNames.has(word));
  const kept = stop < 0 ? words : words.slice(0, stop);
  return kept.length < least ? undefined : { start, end: start + trimmedLength(kept.join(' ')) };
}

/** A possessive ending is no part of the name. */
function trimmedLength(name: string): number {
  return name.replace(/['’]s$|['’-]+$/, '').length;
}

/** In a form field a name may be in small letters; it ends at the end of the field. */
function fieldName(text: string, start: number): Span | undefined {
  const match =
    /^[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’.-]{0,24}(?: [A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’.-]{0,24}){0,2}/.exec(
      text.slice(start, start + 80),
    );
  if (match === null) return undefined;
  const next = text.charAt(start + match[0].length);
  return match[0].length > 2 && /^(?:$|[,;"'\n|<)])/.test(next)
    ? { start, end: start + trimmedLength(match[0].replace(/\.$/, '')) }
    : undefined;
}
