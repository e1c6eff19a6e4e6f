import { createDice } from '../eval-redaction/secrets-corpus/dice.ts';

export interface EverydayText {
  readonly kind: string;
  readonly text: string;
}

const LENGTH = 120_000;
const SEED = 17;

/** Sentences and lines of everyday work; # is a digit. A few in each kind hold values to mask. */
const lines: Readonly<Record<string, readonly string[]>> = {
  'English business': [
    'The contract with the supplier ends on 3# March 202#, and the notice period is three months.',
    'Please send the revised offer to procurement before the meeting on Thursday.',
    'Invoice 2024-##### was paid on the twelfth; the open amount is 1,2##.50 EUR.',
    'Ms Orla Brightwater (orla.b##@example.com, +44 20 7946 0###) will take over the account.',
    'Quarterly revenue grew by #.# percent, mostly through renewals of the larger customers.',
    'The board approved the budget for the new warehouse, subject to the usual conditions.',
  ],
  'Chinese business': [
    '本合同自双方签字盖章之日起生效，有效期为三年，到期前一个月内可以续签。',
    '请各部门于本月2#日前提交下一季度的预算，逾期不再受理。',
    '客户林秋月（手机137#819460#，身份证号310104198706123070）已于上午完成开户。',
    '会议决定由财务部牵头，对去年第四季度的应收账款进行清理，金额合计98#,###.50元。',
    '公司地址：苏州市姑苏区平江路##号，邮编215000，联系电话0512-6291837#。',
    '根据第##条第#款的规定，甲方应当在收到发票后三十个工作日内付款。',
  ],
  chat: [
    '在吗？我这边登录不了，账号是qiu##，一直提示密码错误',
    'ok thx, will check it after lunch 😀 btw can u send me the file again?',
    '好的收到，明天下午三点老地方见～',
    'my number is 202-555-01## call me when ur free',
    '哈哈哈哈可以的，不过我得先问问我老板 lol',
    'order ####-#### still not here?? its been 2 weeks',
  ],
  code: [
    '  const total = items.reduce((sum, item) => sum + item.price * item.count, 0);',
    'export function parseConfig(path: string): Config {',
    "    if (response.status !== 200) throw new Error('The server answered with ' + response.status);",
    'DATABASE_PASSWORD=Tr0ub4dor##x',
    '  return await client.query("SELECT id, name FROM customers WHERE token = $1", [token]);',
    '// The key is read from the environment, never from the file (see docs/security.md).',
    '  { key: "apiKey", value: process.env.API_KEY, secret: true, index: ## },',
  ],
  logs: [
    '202#-0#-1#T0#:1#:3#.4##Z INFO  [worker-#] request id=6f1c2a9e-3b47-4d58-9a60-1e2f3c4d#### took ## ms status=200',
    '10.20.3#.4# - - [1#/Mar/202#:1#:0#:1# +0000] "GET /api/items/##?page=# HTTP/1.1" 200 5### "-" "curl/8.5.0"',
    'WARN pool: connection 0x7ffe##ab closed after ###.## s, sha=1bb90e882ff6c4f67528a2e080616fc1dac3####',
    'ERROR com.example.shop.OrderService: order 48####29 failed: java.lang.IllegalStateException at OrderService.java:2##',
  ],
  'numbers as CSV': [
    '2024-0#-1#,48####29,1####.50,0.##,6228#8001234567###,A##,north,true',
    '##.###,##.###,####,######,########,##########,############',
    '20240#1#;103##5;#,###.##;EUR;7##-##-####;#####-###',
  ],
};

export const everydayTexts: readonly EverydayText[] = Object.entries(lines).map(([kind, choices]) => {
  const dice = createDice(SEED);
  const parts: string[] = [];
  for (let length = 0; length < LENGTH; length += parts.at(-1)?.length ?? 0) {
    parts.push(`${dice.pick(choices).replace(/#/g, () => String(dice.roll(10)))}\n`);
  }
  return { kind, text: parts.join('') };
});
