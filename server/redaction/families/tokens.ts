import { boundedMatch } from '../bounded.ts';
import type { EntityType } from '../entity-type.ts';
import type { EntityFamily, PatternRule, Span } from '../rule.ts';

/** Keys that their vendors mark by a prefix: type, a string every key holds, shape, words. */
const vendors: readonly (readonly [string, string, RegExp, readonly string[]])[] = [
  ['AWS_ACCESS_KEY_ID', 'A', /(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}/g, ['aws', 'access key id']],
  ['ALIYUN_KEY', 'LTAI', /LTAI[A-Za-z0-9]{12,20}/g, ['阿里云', 'aliyun']],
  ['TENCENT_CLOUD_KEY', 'AKID', /AKID[A-Za-z0-9]{32}/g, ['腾讯云', 'secretid']],
  ['HUAWEI_BAIDU_VOLC_KEY', 'AKLT', /AKLT[A-Za-z0-9_-]{20,60}/g, ['火山引擎']],
  ['GCP_API_KEY', 'AIza', /AIza[A-Za-z0-9_-]{35}/g, ['google api key']],
  ['GITHUB_TOKEN', '_', /gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{22,255}/g, ['github']],
  ['GITLAB_TOKEN', 'gl', /gl(?:pat|ptt|dt|rt)-[A-Za-z0-9_-]{20,64}/g, ['gitlab']],
  ['SLACK_TOKEN', 'xox', /xox[abeoprs]-[A-Za-z0-9-]{10,250}/g, ['slack']],
  [
    'STRIPE_KEY',
    'k_',
    /(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9]{32,64}/g,
    ['stripe'],
  ],
  ['ANTHROPIC_KEY', 'sk-ant-', /sk-ant-[A-Za-z0-9_-]{24,200}/g, ['anthropic']],
  ['DEEPSEEK_KEY', 'sk-', /sk-[0-9a-f]{32}/g, ['deepseek', '深度求索']],
  ['OPENAI_KEY', 'sk-', /sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,200}/g, ['openai']],
  ['HUGGINGFACE_TOKEN', 'hf_', /hf_[A-Za-z0-9]{30,60}/g, ['huggingface', 'hugging face']],
  ['NPM_PYPI_TOKEN', '', /npm_[A-Za-z0-9]{36}|pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,250}/g, ['npm', 'pypi']],
  [
    'MAIL_API_KEY',
    '',
    /SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}|key-[0-9a-f]{32}|[0-9a-f]{32}-us\d{1,2}/g,
    ['sendgrid', 'mailgun'],
  ],
  ['TWILIO_KEY', '', /(?:AC|SK)[0-9a-f]{32}/g, ['twilio']],
  ['BOT_TOKEN', ':AA', /\d{8,10}:AA[A-Za-z0-9_-]{33}/g, ['telegram', 'bot token']],
  [
    'VAULT_TERRAFORM_TOKEN',
    '',
    /hvs\.[A-Za-z0-9_-]{24,200}|[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,70}/g,
    ['vault', 'terraform'],
  ],
  ['DATABRICKS_K8S_DOCKER', 'd', /dapi[0-9a-f]{32}|dckr_pat_[A-Za-z0-9_-]{27}/g, ['databricks', 'docker']],
  ['JWT', 'eyJ', /eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,2000}/g, ['jwt']],
];

/** Tokens and keys with a vendor's mark, and webhooks that are secrets as a whole. */
export const tokens: EntityFamily = {
  types: [
    ...vendors.map(([id, , , context]): EntityType => ({
      id,
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context,
    })),
    {
      id: 'DINGTALK_FEISHU_WEBHOOK',
      label: 'SECRET',
      tier: 'critical',
      locale: 'CN',
      canonical: 'exact',
      context: ['webhook', '机器人'],
    },
    {
      id: 'AWS_SECRET_KEY',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['aws_secret', 'aws_secret_access_key', 'secret access key', 'secretaccesskey'],
    },
  ],
  rules: [
    ...vendors.map(([type, needs, pattern]): PatternRule => ({
      id: type.toLowerCase().replaceAll('_', '-'),
      type,
      kind: 'pattern',
      validator: 'vendor prefix',
      score: 0.95,
      context: 'free',
      needs,
      pattern,
      accept: tokenFound,
    })),
    {
      id: 'slack-webhook',
      type: 'SLACK_TOKEN',
      kind: 'pattern',
      validator: 'link structure',
      score: 0.95,
      context: 'free',
      needs: 'hooks.slack.com',
      pattern: /https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,80}/g,
      accept: boundedMatch,
    },
    {
      id: 'cn-bot-webhook',
      type: 'DINGTALK_FEISHU_WEBHOOK',
      kind: 'pattern',
      validator: 'link structure',
      score: 0.95,
      context: 'free',
      needs: 'https://',
      pattern:
        /https:\/\/(?:oapi\.dingtalk\.com\/robot\/send\?access_token=|open\.feishu\.cn\/open-apis\/bot\/v2\/hook\/|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=)[A-Za-z0-9-]{16,80}/g,
      accept: boundedMatch,
    },
    {
      id: 'aws-secret-key',
      type: 'AWS_SECRET_KEY',
      kind: 'pattern',
      validator: '40 characters, context',
      score: 0.85,
      context: 'required',
      pattern: /[A-Za-z0-9/+]{40}/g,
      accept: boundedMatch,
    },
  ],
};

/** A prefix inside a longer word is no key. */
function tokenFound(match: RegExpExecArray, text: string): Span | undefined {
  return /[A-Za-z0-9]/.test(text.charAt(match.index - 1))
    ? undefined
    : { start: match.index, end: match.index + match[0].length };
}
