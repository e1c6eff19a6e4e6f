import type { FirmKind } from '../chinese/firm-words.ts';
import { readFirms } from '../chinese/firm-reader.ts';
import { hasHanzi, readSimplified, toText } from '../chinese/simplified-text.ts';
import type { EntityFamily, EvidenceRule, RuleTests } from '../rule.ts';

const FIRM = 'CN_ORG_NAME';

const tests: readonly (readonly [FirmKind, RuleTests])[] = [
  [
    'company',
    {
      found: [
        '他在⟦深圳市云帆科技有限公司⟧上班',
        '甲方：⟦山东鲁岳重工股份有限公司⟧',
        '由⟦和谐家园物业服务有限责任公司⟧负责',
        '我昨天去了⟦杭州清溪会计师事务所⟧',
        '合同由⟦微澜(中国)投资有限公司上海分公司⟧签订',
        '乙方：⟦臺灣晨光電子股份有限公司⟧',
      ],
      ignored: ['我们公司今天放假', '一家上市公司的财报', '这是物流公司的责任', '公司规定不得外传'],
    },
  ],
  [
    'bank',
    {
      found: ['开户行：⟦江南农商银行⟧', '从⟦招商银行北京分行⟧转出', '在⟦中国工商银行⟧办理'],
      ignored: ['请打开手机银行', '我要去银行', '各大银行都下调了利率', '发卡银行会通知您'],
    },
  ],
  [
    'hospital',
    {
      found: ['转到⟦武汉市第三医院⟧', '在⟦华西医院⟧住院'],
      ignored: ['附近的医院', '需要去医院检查', '三甲医院的号很难挂'],
    },
  ],
  [
    'school',
    {
      found: ['毕业于⟦南京大学⟧', '孩子在⟦成都市青羊实验小学⟧读书'],
      ignored: ['他正在上大学', '普通中学', '重点大学的录取线'],
    },
  ],
  [
    'institute',
    {
      found: ['任职于⟦中国水利水电科学研究院⟧', '⟦青海省博物馆⟧的藏品'],
      ignored: ['研究院的同事', '某研究所'],
    },
  ],
  [
    'authority',
    {
      found: ['向⟦广州市天河区人民法院⟧起诉', '⟦国家市场监督管理局⟧发布', '到⟦西安市公安局雁塔分局⟧报案'],
      ignored: ['向法院起诉', '联系派出所', '委员会开会'],
    },
  ],
];

/** Names of Chinese firms and institutions, by their endings and what can stand before them. */
export const chineseFirms: EntityFamily = {
  types: [
    {
      id: FIRM,
      label: 'ORG',
      tier: 'attribute',
      locale: 'CN',
      canonical: 'compact',
      context: ['工作单位', '就职于', '任职于', '单位名称', '公司名称', '企业名称', '机构名称', 'employer'],
    },
  ],
  rules: tests.map(([kind, ruleTests]): EvidenceRule => ({
    id: ruleOf(kind),
    type: FIRM,
    kind: 'evidence',
    validator: 'ending, region or words before it',
    score: 0.75,
    tests: ruleTests,
  })),
  detect({ text }, wanted) {
    if (!wanted.has(FIRM) || !hasHanzi(text)) return [];
    return readFirms(toText(readSimplified(text))).map(({ start, end, kind }) => ({
      type: FIRM,
      rule: ruleOf(kind),
      start,
      end,
      score: 0.75,
    }));
  },
};

function ruleOf(kind: FirmKind): string {
  return `cn-firm-${kind}`;
}
