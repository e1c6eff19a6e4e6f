import { chineseValue } from '../quantities.ts';
import { stem } from '../stem.ts';

/**
 * Words that ask for the same thing in any question: each line is one meaning, its first word stands for all. Only words of
 * which no trade makes two things belong here: `fee` and `price`, or `leave` and `holiday`, do not.
 */
const groups = `staff employee employees personnel worker
  customer client
  visitor guest
  child children kid
  person people
  canteen cafeteria
  lift elevator
  bicycle bike
  luggage baggage
  film movie
  flat apartment
  lawyer attorney
  doctor physician
  clothes clothing
  vacation vacations
  salary wage
  phone telephone
  wifi wlan
  picture photo photograph
  size big large
  price cost
  buy bought purchase
  sell sold
  start begin began begun commence
  end finish terminate
  repair fix mend
  choose chose chosen select pick
  change modify alter amend
  keep kept store retain
  approve approval authorise authorize
  notify inform
  submit submission
  send sent
  help assist assistance
  wear worn wore
  pay paid payment
  deliver delivery
  arrive arrival
  apply application applicant
  register registration
  insure insurance insured
  require requirement
  lose lost loss
  withdraw withdrawn withdrew withdrawal
  spend spent
  make made
  take taken took
  give given gave
  break broken broke
  steal stolen stole
  forget forgotten forgot
  hold held
  find found
  build built
  write written wrote
  tell told
  lend lent
  meet met
  drive drove driven
  fly flew flown
  2 two
  3 three
  4 four
  5 five
  6 six
  7 seven
  8 eight
  9 nine
  10 ten
  11 eleven
  12 twelve`;

const standIns: ReadonlyMap<string, string> = new Map(
  groups.split('\n').flatMap((line) => {
    const [first = '', ...others] = line.trim().split(' ');
    return others.map((word): [string, string] => [stem(word), stem(first)]);
  }),
);

/** The stem of an English word, or of the word that stands for it. */
export function standIn(word: string): string {
  const plain = stem(word);
  return standIns.get(plain) ?? plain;
}

type Spelling = readonly [pattern: RegExp, same: string];

const english: readonly Spelling[] = [
  [/\be-?mails?\b/giu, 'email'],
  [/\bwi-fi\b/giu, 'wifi'],
  [/\bcheck(?:ing|ed)?[ -]in\b/giu, 'checkin'],
  [/\b(?:log|sign)(?:ging|ged|ing|ed)?[ -](?:in|on)(?:to)?\b/giu, 'login'],
  [/\b(?:log|sign)(?:ging|ged|ing|ed)?[ -](?:out|off)\b(?! on)/giu, 'logout'],
  [/\bsign(?:s|ed)? off on\b/giu, 'approve'],
  [/\bhand(?:ed|ing)? in\b/giu, 'submit'],
  [/\b(?:at the same time|at one time|simultaneously)\b/giu, 'at once'],
  [/\b(?:in advance of|prior to|ahead of)\b/giu, 'before'],
  [/\b(?:more than|over)(?= [$€£]?\d)/giu, 'above'],
  [/\b(?:less than|under)(?= [$€£]?\d)/giu, 'below'],
  [
    /\bwhat is the (?:way|procedure) (?:to|for)\b|\bwhat (?:do|must|should|can) i (?:have to |need to )?do to\b/giu,
    'how',
  ],
  [/\bwhat(?: is|['’]s) the (?:maximum|highest|largest) (?:number|amount) of\b/giu, 'how many at most'],
  [/\bwhat number of\b/giu, 'how many'],
  [/\b(?:what|which) (?:time|date)\b/giu, 'when'],
  [/\bwhat (?:part|share) of\b/giu, 'how much of'],
  [/\bhow much money\b/giu, 'how much'],
  [/\bhow frequently\b/giu, 'how often'],
  [/\bmaximum\b/giu, 'at most'],
  [/\bminimum\b/giu, 'at least'],
  [/\b(?:annual(?:ly)?|yearly|(?:in|per|a|each|every) (?:calendar )?year)\b/giu, ' year '],
  [/\b(?:monthly|(?:in|per|a|each|every) month)\b/giu, ' month '],
  [/\b(?:weekly|(?:in|per|a|each|every) week)\b/giu, ' week '],
  [/\b(?:daily|(?:per|a|each|every) day)\b/giu, ' day '],
  [/\b(?:per|for each)\b/giu, ' '],
];

const chinese: readonly Spelling[] = [
  [/(\p{Script=Han})不\1/gu, '是否$1'],
  [/电话号码/gu, '电话'],
  [/计算/gu, '算'],
  [/办理/gu, '办'],
  [/进入/gu, '进'],
  [/忘记/gu, '忘'],
  [/离职/gu, '辞职'],
  [/赔偿/gu, '赔'],
  [/无线网络/gu, '无线网'],
  [/职工|职员/gu, '员工'],
  [/下一年/gu, '明年'],
  [/未(?!来|必|婚|成年)|没有(?=\p{Script=Han})/gu, '没'],
  [/(?:之|以)(?=[前后内外])/gu, ''],
  [/每次/gu, '一次'],
  [/星期|礼拜/gu, '周'],
  [/(?<=[点几])点钟/gu, '点'],
  [/其他|其它/gu, '别的'],
  [/由谁来?|谁来/gu, '谁'],
  [/一[个张封本台位名条件份辆部家间](?!月)/gu, ''],
  [/每隔/gu, ''],
  [/每个?年|每一年|一年(?![期定内后前])/gu, '每年'],
  [/每个?月|每一个?月|一个月(?![内后前])/gu, '每月'],
  [/每个?周|一个?周(?![内后前一二三四五六日末])/gu, '每周'],
  [/每一?[天日]|一[天日](?![内后前])/gu, '每天'],
];

const chineseSums = /[一二两三四五六七八九十百千万亿][零〇一二两三四五六七八九十百千万亿]*(?=[元块])/gu;

/** A text in which what is the same is spelt the same. */
export function spellAlike(text: string): string {
  return [...english, ...chinese]
    .reduce((plain, [pattern, same]) => plain.replaceAll(pattern, same), text)
    .replaceAll(chineseSums, (numeral) => String(chineseValue(numeral)));
}
