import { passesLuhn } from '../../../server/redaction/validators/luhn.ts';
import { isIban } from '../../../server/redaction/validators/iban.ts';
import { passesMod112 } from '../../../server/redaction/validators/resident-id.ts';
import { isUscc } from '../../../server/redaction/validators/uscc.ts';
import { createDice, type Dice } from '../dice.ts';

/** A value that exists once in a whole run, so that wherever it turns up, it tells where it came from. */
export interface PlantedValue {
  readonly type: string;
  /** As nobody spells it out: without separators. */
  readonly plain: string;
  /** As it stands in the text. */
  readonly written: string;
  /** A sentence with it. */
  readonly sentence: string;
}

interface Kind {
  readonly type: string;
  readonly make: (dice: Dice) => string;
  /** `{}` stands for the value. */
  readonly sentences: readonly string[];
  /** Groups of its characters, where it is often written in groups. */
  readonly groups?: readonly number[];
  /** Whether it is written in letters that have no other forms than the plain one. */
  readonly words?: true;
}

/** Valid values of types that the baseline masks, English and Chinese. They belong to nobody. */
const kinds: readonly Kind[] = [
  {
    type: 'CN_MOBILE',
    make: (dice) => `1${dice.pick(['37', '38', '39', '58', '88', '86'])}${digits(dice, 8)}`,
    sentences: ['请拨打手机{}联系客户。', '我的手机号是{}，谢谢', 'My mobile is {}.'],
    groups: [3, 4, 4],
  },
  {
    type: 'CN_RESIDENT_ID',
    make: (dice) =>
      withCheck(`310104${dateOf(dice)}${digits(dice, 3)}`, '0123456789X', (id) => passesMod112(id)),
    sentences: ['身份证号：{}。', '证件号码{}已核验', 'His resident identity card is {}.'],
  },
  {
    type: 'CREDIT_CARD',
    make: (dice) => withCheck(`4${digits(dice, 14)}`, '0123456789', passesLuhn),
    sentences: ['Please charge card {} today.', '信用卡号{}被盗刷', 'Card number: {}'],
    groups: [4, 4, 4, 4],
  },
  {
    type: 'CN_BANK_CARD',
    make: (dice) => withCheck(`622848${digits(dice, 12)}`, '0123456789', passesLuhn),
    sentences: ['银行卡号：{}', '请转到卡号{}'],
    groups: [4, 4, 4, 4, 3],
  },
  {
    type: 'EMAIL',
    make: (dice) => `${dice.word()}.${dice.word()}${digits(dice, 2)}@${dice.word()}.example`,
    sentences: ['Write to {} about it.', '邮箱：{}', '请发到{}。'],
  },
  {
    type: 'IBAN',
    make: (dice) => {
      const account = `37040044${digits(dice, 10)}`;
      const check = Array.from({ length: 97 }, (_, at) => String(at + 2).padStart(2, '0'));
      return `DE${check.find((pair) => isIban(`DE${pair}${account}`)) ?? ''}${account}`;
    },
    sentences: ['Pay to IBAN {} please.', 'IBAN：{}'],
    groups: [4, 4, 4, 4, 4, 2],
  },
  {
    type: 'US_SSN',
    make: (dice) =>
      `${dice.pick(['219', '347', '418', '523'])}${dice.pick(['48', '52', '61', '73'])}${1 + Math.floor(dice.roll() * 9)}${digits(dice, 3)}`,
    sentences: ['Her SSN is {}.', 'Social security number: {}'],
    groups: [3, 2, 4],
  },
  {
    type: 'CN_USCC',
    make: (dice) => {
      const body = `91310115MA${text(dice, '0123456789ABCDEFGHJKLMNPQRTUWXY', 7)}`;
      return withCheck(body, '0123456789ABCDEFGHJKLMNPQRTUWXY', isUscc);
    },
    sentences: ['统一社会信用代码：{}', '公司信用代码{}无误'],
  },
  {
    type: 'CN_PASSPORT',
    make: (dice) => `E${digits(dice, 8)}`,
    sentences: ['护照号码：{}', 'passport no. {}'],
  },
  {
    type: 'GITHUB_TOKEN',
    make: (dice) => `ghp_${text(dice, alphanumeric, 36)}`,
    sentences: ['The deploy token is {} for now.', '令牌{}请勿外传'],
  },
  {
    type: 'AWS_ACCESS_KEY_ID',
    make: (dice) => `AKIA${text(dice, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    sentences: ['aws_access_key_id = {}', '访问密钥 {}'],
  },
  {
    type: 'PASSWORD',
    make: (dice) => `${dice.word()}${digits(dice, 4)}Xq${dice.word()}`,
    sentences: ['password: {}', '密码是{}'],
    words: true,
  },
  {
    type: 'PERSON',
    make: (dice) => `${dice.pick(givenNames)} ${capital(dice.word())}${dice.word()}`,
    sentences: ['Customer name: {}', 'Dear Mr. {},'],
    words: true,
  },
  {
    type: 'CN_PERSON_NAME',
    make: (dice) => text(dice, '王李张刘陈杨黄赵吴周', 1) + text(dice, rareHanzi, 2),
    sentences: ['客户姓名：{}', '联系人：{}，请尽快回复'],
    words: true,
  },
];

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const givenNames = ['Amelia', 'Daniel', 'Grace', 'Henry', 'Laura', 'Oliver', 'Sophie', 'Thomas'];
/** Seen in names, and seldom together anywhere else. */
const rareHanzi =
  '晟睿翊霖骁煜钰瑾璟筠箬菡蓥蕙薇澜溱瀚焱烨珩珞琛琬瑗瑜璐皓眸砚祎禧稷竺筱绮缇翀翎耘聿芃芮苒茗荃荔莜菁萱葳蓁蓓蕾薏藜蘅';

type Form = (value: string, kind: Kind) => string;

/** The same value as people, machines and those who want to hide it write it. */
const forms: readonly Form[] = [
  (value) => value,
  (value) => value,
  (value, { groups }) => grouped(value, groups, ' '),
  (value, { groups }) => grouped(value, groups, '-'),
  (value, { words }) => (words ? value : fullWidth(value)),
  (value, { words }) => (words ? value : `${value.slice(0, 4)}\u200b${value.slice(4)}`),
  (value, { words, type }) => (words || type === 'EMAIL' ? value : Buffer.from(value).toString('base64')),
  (value, { type }) => (type === 'EMAIL' ? encodeURIComponent(value) : value),
];

/** Values in turn of every type and form, each another one. */
export function createPlanter(seed: number): () => PlantedValue {
  const dice = createDice(seed);
  const made = new Set<string>();
  let turn = 0;
  return () => {
    const kind = kinds[turn % kinds.length] ?? dice.pick(kinds);
    const form = forms[Math.floor(turn / kinds.length) % forms.length] ?? dice.pick(forms);
    turn += 1;
    let plain = kind.make(dice);
    while (made.has(plain)) plain = kind.make(dice);
    made.add(plain);
    const written = form(plain, kind);
    return {
      type: kind.type,
      plain,
      written,
      sentence: dice.pick(kind.sentences).replace('{}', () => written),
    };
  };
}

function text(dice: Dice, alphabet: string, length: number): string {
  const character = (): string => alphabet.charAt(Math.floor(dice.roll() * alphabet.length));
  return Array.from({ length }, character).join('');
}

function digits(dice: Dice, length: number): string {
  return text(dice, '0123456789', length);
}

function dateOf(dice: Dice): string {
  const year = 1950 + Math.floor(dice.roll() * 55);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${year}${pad(1 + Math.floor(dice.roll() * 12))}${pad(1 + Math.floor(dice.roll() * 28))}`;
}

function withCheck(body: string, alphabet: string, passes: (code: string) => boolean): string {
  const check = alphabet.split('').find((character) => passes(body + character));
  if (check === undefined) throw new Error('no check character fits');
  return body + check;
}

function grouped(value: string, groups: readonly number[] | undefined, separator: string): string {
  if (groups === undefined) return value;
  let at = 0;
  return groups.map((size) => value.slice(at, (at += size))).join(separator);
}

function fullWidth(value: string): string {
  return value.replaceAll(/[!-~]/g, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfe_e0),
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
