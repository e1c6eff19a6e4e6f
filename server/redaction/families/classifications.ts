import { type EntityFamily, type Span, wholeMatch } from '../rule.ts';

/** Marks that say who may read a document. */
export const classifications: EntityFamily = {
  types: [
    {
      id: 'CN_SECRET_MARK',
      label: 'CLASSIFIED',
      tier: 'attribute',
      locale: 'CN',
      canonical: 'exact',
      context: [
        '密级',
        '保密等级',
        '密级标识',
        '秘密等级',
        '保密期限',
        '密级和保密期限',
        'classification',
        'security classification',
      ],
    },
  ],
  rules: [
    {
      id: 'cn-secret-mark-star',
      type: 'CN_SECRET_MARK',
      kind: 'list',
      words: ['绝密★', '机密★', '秘密★', '绝密 ★', '机密 ★', '秘密 ★'],
      validator: 'level, star and term (Law on Guarding State Secrets)',
      score: 0.95,
      context: 'free',
      accept: withTerm,
      tests: {
        found: ['⟦机密★20年⟧ 某某文件', '⟦绝密★长期⟧', '⟦秘密 ★ 5年⟧', '⟦绝密★启用前⟧'],
        ignored: ['机密文件', '★★★'],
      },
    },
    {
      id: 'cn-secret-mark-labelled',
      type: 'CN_SECRET_MARK',
      kind: 'label',
      validator: 'level after its label',
      score: 0.9,
      value: /绝密|机密|秘密|内部|核心商密|普通商密/y,
      accept: wholeMatch,
      tests: {
        found: ['密级：⟦机密⟧', '保密等级：⟦核心商密⟧'],
        ignored: ['机密柜', '密级：无', '密级：公开'],
      },
    },
    {
      id: 'cn-trade-secret-mark',
      type: 'CN_SECRET_MARK',
      kind: 'list',
      words: [
        '核心商密',
        '普通商密',
        '商密★',
        '核心商密★',
        '普通商密★',
        '商业秘密★',
        '商密▲',
        '核心商密▲',
        '普通商密▲',
      ],
      validator: 'mark of trade secrets of central enterprises',
      score: 0.85,
      context: 'free',
      accept: withTerm,
      tests: { found: ['⟦核心商密▲⟧', '⟦普通商密★3年⟧'], ignored: ['商业秘密保护法', '商密码'] },
    },
    {
      id: 'cn-trade-secret-brackets',
      type: 'CN_SECRET_MARK',
      kind: 'pattern',
      validator: 'level alone in brackets',
      score: 0.85,
      context: 'free',
      needs: '密',
      pattern: /[【〔[(《](?:绝密|机密|秘密|商业秘密|内部秘密|工作秘密)[】〕\])》]/g,
      accept: wholeMatch,
      tests: { found: ['⟦【机密】⟧关于调整的通知', '⟦(商业秘密)⟧'], ignored: ['【保密协议】', '机密'] },
    },
    {
      id: 'cn-internal-mark',
      type: 'CN_SECRET_MARK',
      kind: 'list',
      words: (
        '内部资料，注意保存|内部资料,注意保存|内部资料 注意保存|内部资料，不得外传|内部资料,不得外传|内部文件，严禁外传|内部文件,严禁外传|内部使用，严禁外传|' +
        '仅限内部使用|仅供内部使用|内部资料 严禁外传|内部资料，请勿外传|内部资料,请勿外传'
      ).split('|'),
      validator: 'list',
      score: 0.8,
      context: 'free',
      tests: {
        found: ['封面印有“⟦内部资料，注意保存⟧”', '⟦仅限内部使用⟧'],
        ignored: ['内部资料室', '注意保存'],
      },
    },
    {
      id: 'secret-mark-en',
      type: 'CN_SECRET_MARK',
      kind: 'literal',
      literals: [
        'TOP SECRET',
        'SECRET//',
        'CONFIDENTIAL//',
        'INTERNAL ONLY',
        'STRICTLY CONFIDENTIAL',
        'COMPANY CONFIDENTIAL',
      ],
      validator: 'marking in capitals',
      score: 0.8,
      pattern:
        /(?:TOP SECRET|SECRET|CONFIDENTIAL)\/\/[A-Z, ]{2,20}[A-Z]|TOP SECRET|INTERNAL ONLY|STRICTLY CONFIDENTIAL|COMPANY CONFIDENTIAL/y,
      tests: {
        found: ['⟦TOP SECRET//NOFORN⟧', '⟦INTERNAL ONLY⟧ draft'],
        ignored: ['a top secret recipe', 'SECRETS'],
      },
    },
  ],
};

/** The mark with the years, or the word, that say how long it holds. */
function withTerm({ start, end }: Span, text: string): Span | undefined {
  const term = /^[★▲]? ?(?:\d{1,2} ?[年月]|长期|启用前|解密前|[一二三四五六七八九十]{1,3}年)|^[★▲]/.exec(
    text.slice(end, end + 8),
  );
  return { start, end: end + (term === null ? 0 : term[0].length) };
}
