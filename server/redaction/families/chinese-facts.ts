import { type EntityFamily, type Rule, type RuleTests, type Span, wholeMatch } from '../rule.ts';

const countries = (
  '中国|中国香港|中国澳门|中国台湾|美国|英国|加拿大|澳大利亚|新西兰|日本|韩国|朝鲜|蒙古|俄罗斯|法国|德国|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|丹麦|芬兰|' +
  '爱尔兰|奥地利|波兰|捷克|匈牙利|希腊|土耳其|乌克兰|以色列|沙特阿拉伯|阿联酋|伊朗|伊拉克|埃及|南非|尼日利亚|肯尼亚|埃塞俄比亚|印度|巴基斯坦|孟加拉国|斯里兰卡|尼泊尔|' +
  '新加坡|马来西亚|泰国|越南|菲律宾|印度尼西亚|印尼|缅甸|柬埔寨|老挝|巴西|阿根廷|墨西哥|智利|秘鲁|哥伦比亚|古巴|哈萨克斯坦|乌兹别克斯坦'
).split('|');
const COUNTRY = new RegExp(
  `^[:：为是 ]{0,3}(${countries.toSorted((a, b) => b.length - a.length).join('|')})`,
);
const TITLE =
  /^[:：为是 ]{0,3}([\u4e00-\u9fff]{0,10}(?:经理|总监|总裁|主任|处长|科长|局长|厅长|部长|主管|主席|董事长?|监事|秘书|助理|专员|工程师|教授|讲师|教师|医师|医生|护士长?|律师|会计师?|出纳|顾问|研究员|校长|院长|所长|站长|店长|组长|队长|书记|干事|科员|法人代表|设计师|分析师|程序员|司机|保安))/;

/** Nationality, post and dates as Chinese records write them. Their types stand with the English ones. */
export const chineseFacts: EntityFamily = {
  types: [],
  rules: [
    fact(
      'nationality-zh',
      'NATIONALITY',
      'country and 籍',
      countries.flatMap((country) => [`${country}籍`, `${country}国籍`, `${country}公民`]),
      undefined,
      {
        found: ['他是⟦英国籍⟧', '系⟦中国公民⟧'],
        ignored: ['英国制造', '籍贯'],
      },
    ),
    fact(
      'nationality-zh-field',
      'NATIONALITY',
      'country after its label',
      ['国籍', '国籍/地区', '國籍'],
      afterWord(COUNTRY),
      {
        found: ['国籍：⟦加拿大⟧', '国籍为⟦中国香港⟧'],
        ignored: ['国籍法', '产地：加拿大'],
      },
    ),
    fact(
      'job-title-zh-field',
      'JOB_TITLE',
      'post after its label',
      ['职务', '职位', '岗位', '职称', '现任', '担任', '曾任'],
      afterWord(TITLE),
      {
        found: ['职务：⟦财务总监⟧', '现任⟦区域销售经理⟧', '职称：⟦副主任医师⟧'],
        ignored: ['职务犯罪', '岗位：待定', '财务总监办公室'],
      },
    ),
    {
      id: 'date-zh',
      type: 'DATE_TIME',
      kind: 'pattern',
      locale: 'CN',
      validator: 'month and day, a year before them',
      score: 0.75,
      context: 'free',
      needs: '月',
      pattern: /(?:\d{2,4}年)?(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])[日号]/g,
      accept: (match, text) => (/\d/.test(text.charAt(match.index - 1)) ? undefined : wholeMatch(match)),
      tests: { found: ['⟦2026年3月15日⟧签订', '定于⟦12月1日⟧'], ignored: ['13月15日', '3月份'] },
    },
    {
      id: 'date-zh-numerals',
      type: 'DATE_TIME',
      kind: 'pattern',
      locale: 'CN',
      validator: 'Chinese numerals',
      score: 0.75,
      context: 'free',
      needs: '月',
      pattern:
        /[二一][零〇○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?/g,
      accept: wholeMatch,
      tests: { found: ['⟦二〇二六年三月十五日⟧'], ignored: ['三月十五', '二〇二六年度'] },
    },
    {
      id: 'time-zh',
      type: 'DATE_TIME',
      kind: 'pattern',
      locale: 'CN',
      validator: 'hour after a part of the day',
      score: 0.7,
      context: 'free',
      needs: '点',
      pattern:
        /(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|一刻|三刻|[\d一二三四五十]{1,3}分)?/g,
      accept: wholeMatch,
      tests: { found: ['⟦下午3点半⟧开会', '⟦晚上八点⟧见'], ignored: ['三点建议', '上午重点工作'] },
    },
  ],
};

function fact(
  id: string,
  type: string,
  validator: string,
  words: readonly string[],
  accept: ((span: Span, text: string) => Span | undefined) | undefined,
  tests: RuleTests,
): Rule {
  const rule = {
    id,
    type,
    kind: 'list',
    locale: 'CN',
    validator,
    score: 0.75,
    context: 'free',
    words,
    tests,
  } as const;
  return accept === undefined ? rule : { ...rule, accept };
}

/** The first group of the pattern, right after the word. */
function afterWord(pattern: RegExp): (span: Span, text: string) => Span | undefined {
  return ({ end }, text) => {
    const match = pattern.exec(text.slice(end, end + 24));
    const value = match?.[1];
    if (match === null || value === undefined) return undefined;
    const start = end + match[0].length - value.length;
    return { start, end: start + value.length };
  };
}
