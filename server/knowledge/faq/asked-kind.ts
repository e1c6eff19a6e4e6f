/** What a question wants to be told; `open` when its words do not say. */
export type AskedKind =
  | 'person'
  | 'recipient'
  | 'moment'
  | 'time'
  | 'often'
  | 'count'
  | 'sum'
  | 'amount'
  | 'place'
  | 'reason'
  | 'way'
  | 'whether'
  | 'open';

/** The first that fits decides. */
const kinds: readonly (readonly [kind: AskedKind, pattern: RegExp])[] = [
  ['often', /\bhow often\b|(?:多久|多长时间|几[天年周]|几个月).{0,8}一次|每隔(?:多久|多长时间)/iu],
  ['time', /\bhow (?:long|soon|quickly|fast|old|late|early)\b|多久|多长时间/iu],
  ['count', /\bhow many\b|多少(?=[天年月周次个台张位名种小分])|几(?=[天年个周次台张位名种小分])/iu],
  ['sum', /\bhow (?:much|far|big|large|high)\b|多少钱|多[高重大远长]/iu],
  ['amount', /多少/iu],
  [
    'moment',
    /\bwhen (?:is|are|am|was|were|do|does|did|can|could|may|must|should|shall|will|would|has|have)\b|\b(?:by|until|since|from) when\b|\bwhat (?:time|date|day)\b|什么时[候间]|何时|几[点号月]|哪一?[天日年]/iu,
  ],
  ['reason', /\bwhy\b|为什么|为何/iu],
  ['place', /\bwhere\b|哪里|哪儿|什么地方/iu],
  // Who approves, and who needs an approval.
  ['recipient', /\bwho (?:needs?|requires?|gets?|wants?)\b(?! to\b)|谁需要/iu],
  ['person', /\bwho(?:m|se)?\b|谁|哪位/iu],
  ['way', /\bhow\b|怎么|怎样|如何/iu],
  ['open', /\b(?:what|which)\b|什么|哪/iu],
  [
    'whether',
    /(?:^|,\s*)(?:is|are|am|was|were|do|does|did|can|could|may|must|should|shall|will|would|has|have)\b|吗[\s?]*$|是否|能否|可否|能不能|可不可以|是不是|有没有|需不需要|要不要/iu,
  ],
];

/** Of a text as `spellAlike` gives it. */
export function askedKind(question: string): AskedKind {
  return kinds.find(([, pattern]) => pattern.test(question))?.[0] ?? 'open';
}

/** Kinds that may want the same in other words: `How long does it take?`, `When does it come?`, `What does it cost?`. */
const alike: readonly (readonly [AskedKind, AskedKind])[] = [
  ['moment', 'time'],
  ['time', 'count'],
  ['amount', 'sum'],
  ['amount', 'count'],
  ...(['person', 'moment', 'time', 'count', 'sum', 'amount', 'place', 'way'] as const).map(
    (kind) => ['open', kind] as const,
  ),
];

export function wantTheSame(left: AskedKind, right: AskedKind): boolean {
  return left === right || alike.some(([a, b]) => (a === left && b === right) || (a === right && b === left));
}
