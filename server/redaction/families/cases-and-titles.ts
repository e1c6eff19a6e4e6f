import { boundedMatch } from '../bounded.ts';
import { type EntityFamily, type PatternRule, type RuleTests, type Span } from '../rule.ts';

/** Numbers of courts, prosecutors, arbitrators and land registries. */
export const casesAndTitles: EntityFamily = {
  types: [
    {
      id: 'CN_CASE_NUMBER',
      label: 'CASE',
      tier: 'attribute',
      locale: 'CN',
      canonical: 'compact',
      context: ['案号', '案件编号', '案件号', '文书号', '判决书号', '裁定书', 'case number', 'case no'],
    },
    {
      id: 'CN_REAL_ESTATE_CERT',
      label: 'TITLE',
      tier: 'indirect',
      locale: 'CN',
      canonical: 'compact',
      context: (
        '不动产权证|不动产权证书|不动产权证号|不动产单元号|不动产登记证明|房产证|房产证号|房屋所有权证|房屋所有权证号|产权证号|土地证|土地证号|土地使用证|' +
        '国有土地使用证|权证号|property certificate|title deed number'
      ).split('|'),
    },
  ],
  rules: [
    numbered(
      'cn-case-court',
      'CN_CASE_NUMBER',
      'court, kind of case, number (Supreme People’s Court, 2015)',
      '号',
      /[(（〔[]\d{4}[)）〕\]](?:最高法|[\u4e00-\u9fff]\d{0,4}|[\u4e00-\u9fff]{1,6})(?:民|刑|行|执|破|财|商|知|赔|司|诉|仲|清|强|法|认|委|减|假|国|外)[\u4e00-\u9fff]{0,4}\d{1,7}号(?:之[一二三四五六七八九十\d]{1,2})?/g,
      {
        found: ['案号：⟦（2023）京0105民初12345号⟧', '⟦(2022)最高法知民终5号⟧', '⟦（2021）沪02刑终88号之一⟧'],
        ignored: ['（2023）第12345号', '2023京0105民初12345号'],
      },
    ),
    numbered(
      'cn-case-prosecutor',
      'CN_CASE_NUMBER',
      'public prosecutor’s document',
      '号',
      /[\u4e00-\u9fff]{1,8}检[\u4e00-\u9fff]{0,8}[(（〔[]\d{4}[)）〕\]](?:第)?[A-Za-z]?\d{1,6}号/g,
      {
        found: ['⟦京朝检刑诉〔2023〕1234号⟧', '⟦沪浦检刑不诉[2022]Z18号⟧'],
        ignored: ['质检〔2023〕通知', '京朝检刑诉2023年1234号'],
      },
    ),
    numbered(
      'cn-case-arbitration',
      'CN_CASE_NUMBER',
      'arbitration of labour disputes and of contracts',
      '号',
      /[\u4e00-\u9fff]{1,8}(?:劳人?仲|仲|劳仲)(?:案|裁|字|调|不){1,4}[(（〔[]\d{4}[)）〕\]](?:第)?\d{1,6}号/g,
      {
        found: ['⟦京海劳人仲字〔2023〕第1234号⟧', '⟦沪仲案字（2022）0456号⟧'],
        ignored: ['仲夏〔2023〕第1号', '劳动仲裁第1234号'],
      },
    ),
    numbered(
      'cn-case-police',
      'CN_CASE_NUMBER',
      'document of the police',
      '号',
      /[\u4e00-\u9fff]{1,8}公[（(][\u4e00-\u9fff]{1,6}[)）][\u4e00-\u9fff]{0,6}字?[(（〔[]\d{4}[)）〕\]](?:第)?\d{1,7}号/g,
      {
        found: ['⟦杭公（西）立字〔2023〕12345号⟧', '⟦京公(朝)行罚决字〔2022〕50123号⟧'],
        ignored: ['公告〔2023〕12号', '杭公（西）立字'],
      },
    ),
    {
      id: 'cn-case-labelled',
      type: 'CN_CASE_NUMBER',
      kind: 'label',
      validator: 'any number after its label',
      score: 0.8,
      value: /[A-Z]{0,4}\d{4}[A-Z\d-]{4,20}/y,
      accept: boundedMatch,
      tests: {
        found: ['案件编号：⟦A3301062023050012⟧', '案件编号 ⟦2023-0501-1234⟧'],
        ignored: ['箱号A3301062023050012', '案件编号：无'],
      },
    },
    numbered(
      'cn-real-estate-title',
      'CN_REAL_ESTATE_CERT',
      'province, year, registry and number',
      '不动产',
      /[\u4e00-\u9fff]?[(（〔[]\d{4}[)）〕\]][\u4e00-\u9fff]{1,16}不动产(?:权|证明)第? ?\d{6,10} ?号/g,
      {
        found: ['⟦京（2023）朝阳区不动产权第0012345号⟧', '⟦浙（2022）杭州市不动产证明第0123456号⟧'],
        ignored: ['不动产权第号', '（2023）朝阳区不动产登记中心'],
      },
    ),
    numbered(
      'cn-house-title',
      'CN_REAL_ESTATE_CERT',
      'house and its number, before 2015',
      '房',
      /[\u4e00-\u9fff]{0,6}房权?证[\u4e00-\u9fff]{0,10}字?第? ?[A-Za-z]{0,2}\d{4,12} ?号/g,
      {
        found: ['⟦京房权证朝私字第123456号⟧', '⟦沪房权证字第A0123456号⟧'],
        ignored: ['房产证办理', '房权证第号'],
      },
    ),
    numbered(
      'cn-land-title',
      'CN_REAL_ESTATE_CERT',
      'state land and its number',
      '国用',
      /[\u4e00-\u9fff]{1,6}国用[(（〔[]?\d{2,4}[)）〕\]]?(?:字)?第? ?[\d-]{2,12} ?号/g,
      {
        found: ['⟦杭西国用（2010）第012345号⟧', '⟦京朝国用2012第0123号⟧'],
        ignored: ['国用电器', '杭西国用（2010）第号'],
      },
    ),
    {
      id: 'cn-real-estate-unit',
      type: 'CN_REAL_ESTATE_CERT',
      kind: 'label',
      validator: 'real-estate unit of 28 characters, context',
      score: 0.8,
      value: /\d{6} ?\d{3} ?\d{3} ?G[BXWSJ]\d{5} ?[FLQ]\d{8}/y,
      accept: boundedMatch,
      tests: {
        found: [
          '不动产单元号：⟦330106001001GB00012F00010203⟧',
          '不动产单元号 ⟦110105 001 002 GB00123 F00010001⟧',
        ],
        ignored: ['编码330106001001GB00012F00010203', '不动产单元号：330106'],
      },
    },
  ],
};

function numbered(
  id: string,
  type: string,
  validator: string,
  needs: string,
  pattern: RegExp,
  tests: RuleTests,
): PatternRule {
  return {
    id,
    type,
    kind: 'pattern',
    validator,
    score: 0.9,
    context: 'free',
    needs,
    pattern,
    accept: trimmed,
    tests,
  };
}

/** Without the words of the sentence that the pattern took in before the number. */
function trimmed(match: RegExpExecArray): Span {
  const lead =
    /^(?:[\u4e00-\u9fff]{0,6}(?:为|是|见|号|据|按|依|作出的?|证书|以))?/.exec(match[0])?.[0].length ?? 0;
  return { start: match.index + lead, end: match.index + match[0].length };
}
