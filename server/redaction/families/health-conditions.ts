import { type EntityFamily, type ListRule, type RuleTests, type Span, wholeMatch } from '../rule.ts';
import {
  chineseDiseases,
  chineseMedicines,
  chineseProcedures,
  diseases,
  medicines,
  procedures,
} from '../tables/health-terms.ts';

const context = (
  'diagnosis|diagnosed with|diagnosed|diagnoses|prescribed|prescription|medical history|history of|suffers from|suffering from|suffered|treated for|' +
  'treatment for|patient|patients|he has|she has|i have|has had|takes|taking|underwent|undergoing|tested positive for|allergic to|allergies|condition|symptoms|icd|icd-10|' +
  'hospitalised|hospitalized|admitted|living with|disability|' +
  '诊断|诊断为|初步诊断|确诊|确诊为|患有|得了|查出|病史|既往史|家族史|过敏史|手术史|服用|口服|注射|用药|处方|主诉|患者|病人|住院|接受|做过|术后|' +
  '过敏|治疗|诊疗|体检|病情|症状|携带|复发'
).split('|');

/** Health of a person: diagnoses, medicines, procedures and findings, where somebody is treated or diagnosed. */
export const healthConditions: EntityFamily = {
  types: [
    { id: 'HEALTH_CONDITION', label: 'HEALTH', tier: 'attribute', locale: '*', canonical: 'spaced', context },
  ],
  rules: [
    terms('health-disease-zh', 'CN', 'diseases', chineseDiseases, {
      found: ['确诊为⟦2型糖尿病⟧', '患者有⟦高血压⟧多年', '她查出⟦乳腺癌⟧'],
      ignored: ['糖尿病日宣传', '骨折线索'],
    }),
    terms('health-disease-en', 'en', 'diseases', diseases, {
      found: ['diagnosed with ⟦type 2 diabetes⟧', 'He has ⟦bipolar disorder⟧'],
      ignored: ['Diabetes Week poster', 'a depressing film'],
    }),
    terms('health-medicine-zh', 'CN', 'medicines', chineseMedicines, {
      found: ['长期服用⟦二甲双胍⟧', '注射⟦胰岛素⟧'],
      ignored: ['胰岛素发现史', '头脑'],
    }),
    terms('health-medicine-en', 'en', 'medicines', medicines, {
      found: ['was prescribed ⟦sertraline⟧', 'She takes ⟦Xanax⟧'],
      ignored: ['aspirin factory', 'lithium battery'],
    }),
    terms('health-procedure-zh', 'CN', 'procedures', chineseProcedures, {
      found: ['去年接受⟦肾移植⟧', '患者行⟦剖宫产⟧'],
      ignored: ['化疗机构名录', '引产业'],
    }),
    terms('health-procedure-en', 'en', 'procedures', procedures, {
      found: ['underwent a ⟦mastectomy⟧', 'patient on ⟦dialysis⟧'],
      ignored: ['a dialysis machine factory', 'abortion law'],
    }),
    {
      id: 'health-icd-10',
      type: 'HEALTH_CONDITION',
      kind: 'code',
      validator: 'ICD-10 with a subcategory, context',
      score: 0.8,
      context: 'required',
      lengths: [4, 5, 6, 7],
      groupings: ['3-1', '3-2', '3-3', '3-4'],
      shape: /^[A-TV-Z]\d[0-9A-B][0-9A-Z]{1,4}$/,
      accept: (_, { grouping }) => grouping.startsWith('3-'),
      tests: {
        found: ['ICD-10: ⟦E11.9⟧', '诊断：⟦I10.x05⟧', 'diagnosis ⟦F32.1⟧'],
        ignored: ['gate E11.9', 'diagnosis U99.9', 'ICD E119'],
      },
    },
    {
      id: 'health-icd-10-category',
      type: 'HEALTH_CONDITION',
      kind: 'label',
      validator: 'ICD-10 category, right after a word for a diagnosis',
      score: 0.65,
      value: /[A-TV-Z]\d\d(?:\.\d{1,2})?/y,
      accept: codeEnds,
      tests: { found: ['ICD-10: ⟦I10⟧', '诊断：⟦J45⟧'], ignored: ['gate I10', 'ICD-10: I1'] },
    },
    {
      id: 'health-labelled-zh',
      type: 'HEALTH_CONDITION',
      kind: 'label',
      locale: 'CN',
      validator: 'text of a field, up to its end',
      score: 0.6,
      value: /[\u4e00-\u9fffA-Za-z0-9][\u4e00-\u9fffA-Za-z0-9()、+-]{1,40}/y,
      accept: fieldFound,
      tests: {
        found: ['初步诊断：⟦急性上呼吸道感染⟧', '既往史：⟦慢性咽炎⟧'],
        ignored: ['诊断试剂盒', '患者您好'],
      },
    },
    {
      id: 'health-labelled-en',
      type: 'HEALTH_CONDITION',
      kind: 'label',
      locale: 'en',
      validator: 'text of a field, up to its end',
      score: 0.6,
      value: /[A-Za-z][A-Za-z0-9' -]{2,40}[A-Za-z0-9]/y,
      accept: fieldFound,
      tests: {
        found: ['Diagnosis: ⟦acute bronchiolitis⟧.', 'Allergies: ⟦shellfish⟧'],
        ignored: ['the diagnosis of faults', 'Patient: '],
      },
    },
    {
      id: 'health-allergy-zh',
      type: 'HEALTH_CONDITION',
      kind: 'pattern',
      locale: 'CN',
      validator: 'what somebody is allergic to',
      score: 0.75,
      context: 'free',
      needs: '过敏',
      pattern: /对[\u4e00-\u9fffA-Za-z]{1,10}过敏/g,
      accept: wholeMatch,
      tests: { found: ['她⟦对青霉素过敏⟧', '⟦对花生过敏⟧'], ignored: ['过敏原', '对他'] },
    },
    {
      id: 'health-blood-type-zh',
      type: 'HEALTH_CONDITION',
      kind: 'list',
      locale: 'CN',
      words: [
        'a型血',
        'b型血',
        'o型血',
        'ab型血',
        '血型a',
        '血型b',
        '血型o',
        '血型ab',
        '血型：a',
        '血型:a',
        '血型:b',
        '血型:o',
        '血型:ab',
        'rh阴性',
        'rh阳性',
        '熊猫血',
      ],
      validator: 'list',
      score: 0.65,
      context: 'free',
      tests: { found: ['她是⟦AB型血⟧', '⟦Rh阴性⟧'], ignored: ['血型不详', 'a型'] },
    },
    {
      id: 'health-blood-pressure',
      type: 'HEALTH_CONDITION',
      kind: 'list',
      words: ['mmhg'],
      validator: 'systolic over diastolic pressure',
      score: 0.75,
      context: 'free',
      accept: pressureBefore,
      tests: { found: ['血压⟦150/95mmHg⟧', 'BP ⟦120/80 mmHg⟧'], ignored: ['in mmHg', '760 mmHg'] },
    },
    {
      id: 'health-pregnancy',
      type: 'HEALTH_CONDITION',
      kind: 'list',
      words:
        '怀孕|已怀孕|孕早期|孕中期|孕晚期|备孕|妊娠期|哺乳期|is pregnant|weeks pregnant|months pregnant|six months pregnant|due date is|expecting a baby|breastfeeding'.split(
          '|',
        ),
      validator: 'list',
      score: 0.6,
      context: 'free',
      tests: { found: ['她⟦已怀孕⟧', 'She ⟦is pregnant⟧'], ignored: ['孕育希望', 'a pregnant pause'] },
    },
    {
      id: 'health-disability-zh',
      type: 'HEALTH_CONDITION',
      kind: 'pattern',
      locale: 'CN',
      validator: 'kind and degree of a disability (GB/T 26341)',
      score: 0.75,
      context: 'free',
      needs: '级',
      pattern:
        /(?:(?:视力|听力|言语|肢体|智力|精神|多重)残疾[一二三四1-4]级|[一二三四1-4]级(?:视力|听力|言语|肢体|智力|精神|多重)?残疾)/g,
      accept: wholeMatch,
      tests: { found: ['持证：⟦肢体残疾二级⟧', '系⟦三级智力残疾⟧'], ignored: ['残疾人保障法', '二级市场'] },
    },
    {
      id: 'health-test-result',
      type: 'HEALTH_CONDITION',
      kind: 'list',
      words: ['阳性', '阴性', '(+)', '(-)', 'positive', 'negative'],
      validator: 'result of a test for an infection',
      score: 0.75,
      context: 'free',
      accept: testBefore,
      tests: {
        found: ['⟦HIV检测结果：阳性⟧', '⟦HBsAg (+)⟧', 'her ⟦HPV negative⟧ result'],
        ignored: ['HIV预防', '阳性反馈', 'false positive'],
      },
    },
  ],
};

function terms(
  id: string,
  locale: string,
  what: string,
  words: readonly string[],
  tests: RuleTests,
): ListRule {
  return {
    id,
    type: 'HEALTH_CONDITION',
    kind: 'list',
    locale,
    words,
    validator: `list of ${what}, a patient close by`,
    score: 0.75,
    context: 'required',
    tests,
  };
}

function codeEnds(match: RegExpExecArray, text: string): Span | undefined {
  const span = wholeMatch(match);
  return /[A-Za-z0-9.-]/.test(text.charAt(span.end)) &&
    !/^\.(?:\s|$)/.test(text.slice(span.end, span.end + 2))
    ? undefined
    : span;
}

/** A field ends with its line or its sentence, and begins after a colon: prose goes on after such words. */
function fieldFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = wholeMatch(match);
  const isField = /[:：] ?$/.test(text.slice(Math.max(0, span.start - 2), span.start));
  return isField ? span : undefined;
}

function pressureBefore({ start, end }: Span, text: string): Span | undefined {
  const written = /\d{2,3}\/\d{2,3} ?$/.exec(text.slice(Math.max(0, start - 8), start));
  if (written === null || /\d/.test(text.charAt(start - written[0].length - 1))) return undefined;
  return { start: start - written[0].length, end };
}

const TEST =
  /(?:HIV|HBsAg|HBV|HCV|HPV|TPPA|RPR|PPD|COVID-19|抗体|核酸|抗原|乙肝表面抗原|梅毒螺旋体)(?:检测|检查|测试| test)?(?:结果)?[ :：]{0,2}(?:为|呈)?$/i;

function testBefore({ start, end }: Span, text: string): Span | undefined {
  const test = TEST.exec(text.slice(Math.max(0, start - 24), start));
  return test === null ? undefined : { start: start - test[0].length, end };
}
