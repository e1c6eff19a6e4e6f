import { type EntityFamily, type Span, wholeMatch } from '../rule.ts';
import { chineseEthnicGroups, ethnicGroups } from '../tables/ethnic-groups.ts';
import { minorRules, minorType } from './ages.ts';

const aboutSomebody = 'he is|she is|i am|he was|she was|identifies as|他是|她是|我是|本人';
const groupsZh = chineseEthnicGroups.map((group) => `${group}族`);

/** Special categories of personal data (GB/T 45574, GDPR article 9): origin, belief, opinion, childhood. */
export const specialCategories: EntityFamily = {
  types: [
    {
      id: 'ETHNICITY',
      label: 'ETHNICITY',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context:
        `ethnicity|ethnic group|ethnic origin|ethnic background|race|racial|民族|族别|民族成分|少数民族|籍贯|男|女|${aboutSomebody}`.split(
          '|',
        ),
    },
    {
      id: 'RELIGION',
      label: 'RELIGION',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context:
        `religion|religious affiliation|faith|denomination|religious|converted to|practising|practicing|devout|raised|宗教|宗教信仰|信仰|信奉|皈依|笃信|受洗|信教|${aboutSomebody}`.split(
          '|',
        ),
    },
    {
      id: 'POLITICAL',
      label: 'POLITICS',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context:
        `political affiliation|party affiliation|party membership|political party|politics|voted|votes|registered|member of|政治面貌|党派|政治身份|加入|入党|${aboutSomebody}`.split(
          '|',
        ),
    },
    minorType,
  ],
  rules: [
    {
      id: 'ethnicity-zh',
      type: 'ETHNICITY',
      kind: 'list',
      locale: 'CN',
      words: groupsZh,
      validator: 'GB/T 3304, context',
      score: 0.75,
      context: 'required',
      tests: { found: ['民族：⟦土家族⟧', '李某，男，⟦汉族⟧，住本市'], ignored: ['打工一族', '回族风味餐厅'] },
    },
    {
      id: 'ethnicity-zh-short',
      type: 'ETHNICITY',
      kind: 'label',
      locale: 'CN',
      validator: 'GB/T 3304 without 族, context',
      score: 0.7,
      value: new RegExp(chineseEthnicGroups.join('|'), 'y'),
      accept: wordEnds,
      tests: { found: ['民族：⟦汉⟧，性别：男', '民族 ⟦维吾尔⟧'], ignored: ['民族：汉语言', '民族：不详'] },
    },
    {
      id: 'ethnicity-en',
      type: 'ETHNICITY',
      kind: 'list',
      locale: 'en',
      words: ethnicGroups,
      validator: 'list, context',
      score: 0.7,
      context: 'required',
      tests: {
        found: ['Ethnicity: ⟦Pacific Islander⟧', 'She is ⟦African American⟧'],
        ignored: ['Malay food', 'an African American museum'],
      },
    },
    {
      id: 'ethnicity-en-short',
      type: 'ETHNICITY',
      kind: 'label',
      locale: 'en',
      validator: 'one word of a form, context',
      score: 0.6,
      value:
        /(?:White|Black|Asian|Mixed|Chinese|Indian|Pakistani|Bangladeshi|Caribbean|African|Irish|Jewish|Han|Hui|Korean|Japanese|Vietnamese|Filipino)\b/y,
      accept: wholeMatch,
      tests: {
        found: ['Ethnic group: ⟦White⟧', 'race: ⟦Asian⟧'],
        ignored: ['White paper', 'race: 2026 Marathon'],
      },
    },
    {
      id: 'religion-zh-person',
      type: 'RELIGION',
      kind: 'list',
      locale: 'CN',
      words:
        '佛教徒|基督徒|基督教徒|天主教徒|伊斯兰教徒|道教徒|穆斯林|东正教徒|犹太教徒|印度教徒|摩门教徒|虔诚信徒|居士|无神论者'.split(
          '|',
        ),
      validator: 'list, context',
      score: 0.75,
      context: 'required',
      tests: { found: ['她是⟦基督徒⟧', '我是虔诚的⟦佛教徒⟧'], ignored: ['穆斯林餐厅', '信徒'] },
    },
    {
      id: 'religion-zh',
      type: 'RELIGION',
      kind: 'list',
      locale: 'CN',
      words:
        '佛教|藏传佛教|基督教|天主教|伊斯兰教|道教|东正教|犹太教|印度教|锡克教|摩门教|巴哈伊教|无宗教信仰|不信教'.split(
          '|',
        ),
      validator: 'list, context',
      score: 0.75,
      context: 'required',
      tests: { found: ['宗教信仰：⟦佛教⟧', '他后来皈依⟦天主教⟧'], ignored: ['佛教音乐', '道教名山'] },
    },
    {
      id: 'religion-zh-verb',
      type: 'RELIGION',
      kind: 'list',
      locale: 'CN',
      words: [
        '信佛',
        '信基督',
        '信天主',
        '信耶稣',
        '信伊斯兰教',
        '信佛教',
        '信基督教',
        '信道教',
        '做礼拜',
        '吃斋念佛',
      ],
      validator: 'set phrases',
      score: 0.65,
      context: 'free',
      tests: { found: ['外婆⟦信佛⟧多年', '他们家⟦信基督教⟧'], ignored: ['自信基础好', '相信他'] },
    },
    {
      id: 'religion-en',
      type: 'RELIGION',
      kind: 'list',
      locale: 'en',
      words: (
        'buddhist|christian|catholic|roman catholic|protestant|orthodox christian|eastern orthodox|muslim|sunni|shia|shiite|jewish|orthodox jew|hindu|sikh|' +
        "jain|taoist|shinto|mormon|latter-day saint|jehovah’s witness|jehovah's witness|baptist|methodist|lutheran|anglican|episcopalian|presbyterian|" +
        'evangelical|pentecostal|quaker|adventist|seventh-day adventist|zoroastrian|bahai|atheist|agnostic|islam|buddhism|christianity|judaism|hinduism'
      ).split('|'),
      validator: 'list, context',
      score: 0.7,
      context: 'required',
      tests: {
        found: ['Religion: ⟦Roman Catholic⟧', 'She is a ⟦Sikh⟧', 'he converted to ⟦Islam⟧'],
        ignored: ['a Catholic church', 'Hindu temples'],
      },
    },
    {
      id: 'political-zh',
      type: 'POLITICAL',
      kind: 'list',
      locale: 'CN',
      words:
        '中共党员|共产党员|中共预备党员|预备党员|入党积极分子|共青团员|无党派人士|无党派|中共正式党员'.split(
          '|',
        ),
      validator: 'list, context',
      score: 0.75,
      context: 'required',
      tests: { found: ['政治面貌：⟦中共党员⟧', '她是⟦预备党员⟧'], ignored: ['共青团员活动日', '党建'] },
    },
    {
      id: 'political-zh-short',
      type: 'POLITICAL',
      kind: 'label',
      locale: 'CN',
      validator: 'one word of a form, context',
      score: 0.7,
      value: /群众|党员|团员|民主党派/y,
      accept: wholeMatch,
      tests: { found: ['政治面貌：⟦群众⟧', '政治面貌为⟦团员⟧'], ignored: ['群众路线', '政治面貌：无'] },
    },
    {
      id: 'political-zh-parties',
      type: 'POLITICAL',
      kind: 'list',
      locale: 'CN',
      words: (
        '民革党员|民盟盟员|民建会员|民进会员|农工党党员|致公党党员|九三学社社员|台盟盟员|民革成员|民盟成员|民建成员|民进成员|农工党成员|' +
        '致公党成员|九三学社成员|台盟成员|国民党员|民进党员'
      ).split('|'),
      validator: 'members of the other parties',
      score: 0.75,
      context: 'free',
      tests: { found: ['王某，⟦民盟盟员⟧', '系⟦九三学社社员⟧'], ignored: ['九三学社成立', '民建'] },
    },
    {
      id: 'political-en',
      type: 'POLITICAL',
      kind: 'list',
      locale: 'en',
      words: (
        'republican|democrat|libertarian|green party|labour party|labor party|conservative party|tory|liberal democrat|communist party|socialist|' +
        'independent voter|social democrat|communist|kuomintang|republican party|democratic party|trade unionist'
      ).split('|'),
      validator: 'list, context',
      score: 0.7,
      context: 'required',
      tests: {
        found: ['Party affiliation: ⟦Republican⟧', 'he is a member of the ⟦Green Party⟧'],
        ignored: ['the republican era', 'Communist history'],
      },
    },
    ...minorRules,
  ],
};

/** No Hanzi goes on: a short name is a part of many words. */
function wordEnds(match: RegExpExecArray, text: string): Span | undefined {
  const span = wholeMatch(match);
  return /[\u4e00-\u9fff]/.test(text.charAt(span.end)) ? undefined : span;
}
