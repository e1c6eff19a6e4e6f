import { termsOf } from './terms.ts';

/** Two kinds, because one sentence may deny twice: what is `not` done `without` something. */
const denials: readonly RegExp[] = [
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|prohibited|forbidden|refused|unable)\b|n['’]t\b|[不勿禁]|非(?=\p{Script=Han})|拒绝/iu,
  /\bwithout\b|[没無无沒未]/iu,
];

/** Words that hold a negative character or word and deny nothing. */
const harmless = new RegExp(
  [
    String.raw`\bno\. ?\d+|not only|not later than|no later than|no more than|not more than|no less than|not less than|no fewer than|not exceed\w*`,
    '不仅|不但|不少于|不低于|不超过|不得超过|不多于|不高于|不晚于|不迟于|不同|不断|不动产|不久|不管|不论|不限|不足|无论|无线|无需多言',
    '未来|没收|非常|是非|并非只|免不了|禁用词',
  ].join('|'),
  'giu',
);

/**
 * Whether each clause of a claim denies as the clause does that it is closest to. Limits such as `no later than` and
 * `不超过` are no denials.
 */
export function deniesAlike(claim: string, sentences: readonly string[]): boolean {
  const clauses = sentences.flatMap(clausesOf);
  return clausesOf(claim).every((clause) => {
    const pattern = denialsIn(clause);
    return closestTo(clause, clauses).some((other) => denialsIn(other) === pattern);
  });
}

function clausesOf(sentence: string): string[] {
  return sentence
    .replaceAll(harmless, ' ')
    .split(/[，；：]|[,;:](?=\s)/u)
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}

function denialsIn(clause: string): string {
  return denials.map((denial) => (denial.test(clause) ? 'x' : '-')).join('');
}

/** The clauses that share the most words with this one; all of them when none does. */
function closestTo(clause: string, clauses: readonly string[]): string[] {
  const wanted = new Set(termsOf(clause));
  const shared = clauses.map(
    (other) => [...new Set(termsOf(other))].filter((term) => wanted.has(term)).length,
  );
  const most = Math.max(...shared);
  return clauses.filter((_, at) => shared[at] === most);
}

/** Pairs of which one turns a rule around into the other. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\bbefore\b|之前|以前/iu, /\bafter\b|之后|以后/iu],
  [
    /\bat least\b|\bminimum\b|\bno less than\b|\bnot less than\b|至少|最少|最低|不少于|不低于/iu,
    /\bat most\b|\bup to\b|\bmaximum\b|\bno more than\b|\bnot more than\b|\bnot exceed\w*|至多|最多|最高|不超过|不多于|不高于/iu,
  ],
  [
    /\b(?:more|longer|higher|above|over) than\b|以上|超过|高于/iu,
    /\b(?:less|fewer|shorter|lower) than\b|\bbelow\b|以下|低于/iu,
  ],
  [/\bincreas\w*|增加|提高|上调/iu, /\bdecreas\w*|\breduc\w*|减少|降低|下调/iu],
  [/\bmust\b|\bhave to\b|\bmandatory\b|必须|应当/iu, /\bmay\b|\boptional\b|\bvoluntary\b|自愿/iu],
  [/\bfree of charge\b|\bno charge\b|免费|免收/iu, /\bfees? (?:of|is|are)\b|\bcosts?\b|收取|收费/iu],
];

/** Whether one sentence says the opposite of the other in one of these pairs and the other does not say it too. */
export function isOpposite(claim: string, evidence: string): boolean {
  return opposites.some(
    ([left, right]) => turns(claim, evidence, left, right) || turns(claim, evidence, right, left),
  );
}

function turns(claim: string, evidence: string, said: RegExp, opposite: RegExp): boolean {
  return said.test(claim) && !said.test(evidence) && opposite.test(evidence) && !opposite.test(claim);
}
