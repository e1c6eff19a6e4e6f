import { type EntityFamily, wholeMatch } from '../rule.ts';
import { birthRules, birthType } from './births.ts';
import { ageRules, ageType } from './ages.ts';
import { payRules, payType } from './pay.ts';
import { betweenCommas } from '../written-forms.ts';

/** Facts that identify a person together with others: date of birth, age, sex, family, pay. */
export const lifeFacts: EntityFamily = {
  types: [
    birthType,
    ageType,
    payType,
    {
      id: 'GENDER',
      label: 'GENDER',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context: ['gender', 'sex', 'gender identity', '性别', '性別'],
    },
    {
      id: 'MARITAL_FAMILY',
      label: 'MARITAL',
      tier: 'attribute',
      locale: '*',
      canonical: 'exact',
      context:
        'marital status|marital|married to|civil status|family status|婚姻状况|婚姻状态|婚姻情况|婚姻|婚否|婚育状况|家庭情况|家庭状况|婚况'.split(
          '|',
        ),
    },
  ],
  rules: [
    ...birthRules,
    ...ageRules,
    ...payRules,
    {
      id: 'gender-zh',
      type: 'GENDER',
      kind: 'label',
      locale: 'CN',
      validator: 'word, context',
      score: 0.7,
      value: /男性?|女性?|跨性别(?:者|男性|女性)?|非二元性别/y,
      accept: wholeMatch,
      tests: { found: ['性别：⟦女⟧', '性别为⟦男性⟧'], ignored: ['女装', '性别：未知'] },
    },
    {
      id: 'gender-en',
      type: 'GENDER',
      kind: 'label',
      locale: 'en',
      validator: 'word, context',
      score: 0.7,
      value:
        /(?:female|male|woman|man|transgender(?: (?:woman|man|female|male))?|trans (?:woman|man)|non-?binary|intersex|[FM])\b/iy,
      accept: wholeMatch,
      tests: {
        found: ['Gender: ⟦female⟧', 'sex: ⟦M⟧', 'gender ⟦non-binary⟧'],
        ignored: ['female sizes', 'Gender: unknown'],
      },
    },
    {
      id: 'gender-zh-listed',
      type: 'GENDER',
      kind: 'list',
      locale: 'CN',
      words: ['男', '女'],
      validator: 'a word alone between commas, as in records',
      score: 0.65,
      context: 'free',
      accept: betweenCommas,
      tests: {
        found: ['李某，⟦男⟧，汉族，住本市', '王芳（⟦女⟧，35岁）'],
        ignored: ['男装、女装', '他是男的'],
      },
    },
    {
      id: 'marital-zh',
      type: 'MARITAL_FAMILY',
      kind: 'label',
      locale: 'CN',
      validator: 'word, context',
      score: 0.7,
      value: /已婚(?:已育|未育)?|未婚|离异|离婚|丧偶|再婚|初婚|单身|分居|同居|订婚/y,
      accept: wholeMatch,
      tests: { found: ['婚姻状况：⟦已婚⟧', '婚否：⟦未婚⟧'], ignored: ['已婚人士优惠', '婚姻状况：不详'] },
    },
    {
      id: 'marital-en',
      type: 'MARITAL_FAMILY',
      kind: 'label',
      locale: 'en',
      validator: 'word, context',
      score: 0.7,
      value:
        /(?:never married|married|single|divorced|widowed|separated|engaged|cohabiting|in a civil partnership|domestic partnership)\b/iy,
      accept: wholeMatch,
      tests: {
        found: ['Marital status: ⟦divorced⟧', 'civil status: ⟦Married⟧'],
        ignored: ['a married couple', 'Marital status: n/a'],
      },
    },
    {
      id: 'family-zh',
      type: 'MARITAL_FAMILY',
      kind: 'pattern',
      locale: 'CN',
      validator: 'children that a person has, in set phrases',
      score: 0.65,
      context: 'free',
      needs: '育有',
      pattern:
        /育有[一二两三四五1-5]?[个名位]?(?:[一二两三四五1-5]?(?:子|女|儿|儿子|女儿|孩子|男孩|女孩)){1,2}/g,
      accept: (match, text) =>
        /[教抚养保培体哺发]/.test(text.charAt(match.index - 1)) ? undefined : wholeMatch(match),
      tests: { found: ['婚后⟦育有一子一女⟧', '⟦育有两个孩子⟧'], ignored: ['养育有方', '教育有子系统'] },
    },
    {
      id: 'family-en',
      type: 'MARITAL_FAMILY',
      kind: 'list',
      locale: 'en',
      words: (
        'father of two|father of three|father of four|mother of two|mother of three|mother of four|married with children|married with kids|' +
        'single mother|single father|single mom|single mum|single dad|recently divorced|recently widowed|newly wed'
      ).split('|'),
      validator: 'set phrases',
      score: 0.6,
      context: 'free',
      tests: {
        found: ['She is a ⟦single mother⟧ in Leeds', 'a ⟦father of three⟧'],
        ignored: ['father of the idea', 'a single motherboard'],
      },
    },
    {
      id: 'family-zh-terms',
      type: 'MARITAL_FAMILY',
      kind: 'list',
      locale: 'CN',
      words:
        '单亲妈妈|单亲爸爸|单亲家庭|离异带娃|离异带孩子|离异未育|离异无孩|已婚已育|已婚未育|未婚先孕|失独家庭|失独老人|独生子女家庭'.split(
          '|',
        ),
      validator: 'set phrases',
      score: 0.6,
      context: 'free',
      tests: { found: ['她是⟦单亲妈妈⟧', '客户⟦已婚已育⟧'], ignored: ['双亲', '已婚'] },
    },
  ],
};
