import { makeAddress, makeChatAddress, makeTraditionalAddress } from './chinese-addresses-made.ts';
import { makeName, makeTraditionalName } from './chinese-names-made.ts';
import type { Pick } from './random-pick.ts';

export interface MadeValue {
  readonly text: string;
  /** Our types that count as right; empty for what needs no mask. */
  readonly types: readonly string[];
}

const areas =
  '110105 310104 440305 330106 320102 510107 420106 610113 370202 350203 410105 430104 210102 500103'.split(
    ' ',
  );
const provinces = '京沪粤浙苏川鄂陕鲁闽豫湘辽渝津冀皖赣';

/** What a place holder of a template stands for. */
export function makeValue(slot: string, pick: Pick): MadeValue {
  const kind = slot.replace(/\d$/, '');
  const gold = golds[kind];
  if (gold !== undefined) return { text: gold.make(pick), types: gold.types };
  const filler = fillers[slot] ?? fillers[kind];
  if (filler === undefined) throw new Error(`A template has the unknown place holder ${slot}.`);
  return { text: filler(pick), types: [] };
}

const golds: Readonly<Record<string, { readonly types: readonly string[]; make(pick: Pick): string }>> = {
  name: { types: ['CN_PERSON_NAME'], make: makeName },
  tname: { types: ['CN_PERSON_NAME'], make: makeTraditionalName },
  addr: { types: ['CN_ADDRESS'], make: makeAddress },
  caddr: { types: ['CN_ADDRESS'], make: makeChatAddress },
  taddr: { types: ['CN_ADDRESS'], make: makeTraditionalAddress },
  phone: { types: ['CN_MOBILE'], make: makeMobile },
  sphone: { types: ['CN_MOBILE'], make: (pick) => group(makeMobile(pick), ' ') },
  dphone: {
    types: ['CN_MOBILE'],
    make: (pick) => (pick.chance(0.3) ? `+86 ${makeMobile(pick)}` : group(makeMobile(pick), '-')),
  },
  landline: {
    types: ['CN_LANDLINE'],
    make: (pick) =>
      `${pick.one(['010', '021', '0755', '0571', '028', '025'])}-${pick.number(7) + 2}${pick.digits(7)}`,
  },
  extline: {
    types: ['CN_LANDLINE'],
    make: (pick) =>
      `${pick.one(['010', '021', '0757', '0574'])}-${pick.number(7) + 2}${pick.digits(7)}转8${pick.digits(3)}`,
  },
  hkphone: {
    types: ['HK_PHONE', 'PHONE_INTL'],
    make: (pick) => `+852 ${pick.hanzi('569')}${pick.digits(3)} ${pick.digits(4)}`,
  },
  twphone: {
    types: ['PHONE_INTL', 'TW_MOBILE', 'TW_PHONE'],
    make: (pick) => `+886 9${pick.digits(2)} ${pick.digits(3)} ${pick.digits(3)}`,
  },
  id: { types: ['CN_RESIDENT_ID'], make: makeResidentId },
  card: { types: ['CN_BANK_CARD', 'CREDIT_CARD'], make: makeCard },
  scard: {
    types: ['CN_BANK_CARD', 'CREDIT_CARD'],
    make: (pick) => makeCard(pick).replace(/(\d{4})(?=\d)/g, '$1 '),
  },
  plate: { types: ['CN_LICENSE_PLATE'], make: makePlate },
  passport: {
    types: ['CN_PASSPORT'],
    make: (pick) =>
      pick.chance(0.5) ? `E${pick.digits(8)}` : `E${pick.hanzi('ABCDEFGHJK')}${pick.digits(7)}`,
  },
  uscc: { types: ['CN_USCC'], make: makeUscc },
  email: { types: ['EMAIL'], make: makeEmail },
  qq: { types: ['CN_QQ'], make: (pick) => `${pick.number(9) + 1}${pick.digits(7 + pick.number(3))}` },
  wechat: {
    types: ['CN_WECHAT'],
    make: (pick) =>
      pick.one([
        `wxid_${pick.digits(4)}abc${pick.digits(3)}`,
        `lin_${pick.digits(5)}`,
        `xiaoyu${pick.digits(4)}`,
        `Tom-zhang${pick.digits(2)}`,
      ]),
  },
  dob: { types: ['DATE_OF_BIRTH'], make: makeBirth },
  hkid: { types: ['HK_ID'], make: makeHongKongId },
  twid: { types: ['TW_ID'], make: makeTaiwanId },
};

const fillers: Readonly<Record<string, (pick: Pick) => string>> = {
  company: (pick) =>
    pick.one([
      '上海云帆信息技术有限公司',
      '深圳市鼎盛贸易有限公司',
      '浙江绿源食品股份有限公司',
      '北京中科创达软件有限公司',
      '武汉长江机械制造有限公司',
    ]),
  company2: (pick) => pick.one(['北京金诚', '上海正大', '广东华商', '浙江天册']),
  product: (pick) => pick.one(['笔记本电脑', '空气净化器', '办公桌椅', '医用口罩', '扫地机器人', '保温杯']),
  school: (pick) => pick.one(['武汉理工大学', '第一中学', '山东大学', '杭州市学军中学', '职业技术学院']),
  major: (pick) => pick.one(['计算机科学与技术', '临床医学', '土木工程', '英语', '会计学']),
  job: (pick) => pick.one(['软件工程师', '财务专员', '行政助理', '销售经理', '产品经理']),
  amount: (pick) => `${pick.number(900) + 10},${pick.digits(3)}.${pick.digits(2)}`,
  age: (pick) => String(pick.number(70) + 18),
  date: (pick) => `2024年${pick.number(12) + 1}月${pick.number(28) + 1}日`,
  time: (pick) => `${pick.number(12) + 8}时${pick.number(50) + 10}分`,
  num4: (pick) => pick.digits(4),
  num8: (pick) => pick.digits(8),
  num12: (pick) => `SF${pick.digits(12)}`,
  n2: (pick) => String(pick.number(60) + 1),
};

/** With two digits. */
function two(value: number): string {
  return String(value).padStart(2, '0');
}

function makeMobile(pick: Pick): string {
  return `1${pick.one(['38', '39', '50', '58', '86', '77', '99', '36', '51', '89'])}${pick.digits(8)}`;
}

function group(number: string, separator: string): string {
  return [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(separator);
}

function makeResidentId(pick: Pick): string {
  const body = `${pick.one(areas)}${1950 + pick.number(58)}${two(pick.number(12) + 1)}${two(pick.number(28) + 1)}${pick.digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body.charAt(index)), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

function makeCard(pick: Pick): string {
  const body = pick.one(['621700', '622848', '622202', '621483', '623058']) + pick.digits(12);
  const sum = Array.from(body)
    .toReversed()
    .reduce(
      (total, digit, index) =>
        total +
        (index % 2 === 1 ? Number(digit) : Math.floor(Number(digit) / 5) + ((2 * Number(digit)) % 10)),
      0,
    );
  return body + String((10 - (sum % 10)) % 10);
}

function makePlate(pick: Pick): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const head = pick.hanzi(provinces) + pick.hanzi('ABCDEFG');
  if (pick.chance(0.25)) return `${head}${pick.hanzi('DF')}${pick.digits(5)}`;
  return `${head}${pick.chance(0.2) ? '·' : ''}${pick.digits(2)}${pick.hanzi(letters)}${pick.digits(2)}`;
}

function makeUscc(pick: Pick): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `91${pick.one(areas)}MA${pick.digits(2)}${pick.hanzi('ABCDEFGHJK')}${pick.digits(2)}${pick.hanzi('LMNPQRTUWXY')}${pick.digits(1)}`;
  let weight = 1;
  let sum = 0;
  for (const letter of body) {
    sum += alphabet.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return body + alphabet.charAt((31 - (sum % 31)) % 31);
}

function makeEmail(pick: Pick): string {
  return `${pick.one(['lihua', 'zhang.wei', 'sunny_chen', 'hr2024', 'wangxm', 'zhao-yun'])}${pick.digits(pick.number(4))}@${pick.one(['qq.com', '163.com', 'example.com', 'example.cn', 'corp.example.com.cn', 'gmail.com'])}`;
}

function makeBirth(pick: Pick): string {
  const year = 1950 + pick.number(60);
  const month = pick.number(12) + 1;
  const day = pick.number(28) + 1;
  return pick.one([
    `${year}年${month}月${day}日`,
    `${year}-${two(month)}-${two(day)}`,
    `${year}年${two(month)}月${two(day)}日`,
  ]);
}

function makeHongKongId(pick: Pick): string {
  const letter = pick.hanzi('ABCDEFGHKMPRVYZ');
  const digits = pick.digits(6);
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (7 - index),
    36 * 9 + (letter.charCodeAt(0) - 55) * 8,
  );
  const check = (11 - (sum % 11)) % 11;
  return `${letter}${digits}(${check === 10 ? 'A' : check})`;
}

function makeTaiwanId(pick: Pick): string {
  const letter = pick.hanzi('ABCDEFGH');
  const code = letter.charCodeAt(0) - 55;
  const body = `${pick.hanzi('12')}${pick.digits(7)}`;
  const sum = Array.from(body).reduce(
    (total, digit, index) => total + Number(digit) * (8 - index),
    Math.floor(code / 10) + (code % 10) * 9,
  );
  return `${letter}${body}${(10 - (sum % 10)) % 10}`;
}
