import type { EntityType } from '../entity-type.ts';
import type { EntityFamily } from '../rule.ts';
import { aiKeys } from './secrets/ai-keys.ts';
import { chatTokens } from './secrets/chat-tokens.ts';
import { chineseCloudKeys } from './secrets/chinese-cloud-keys.ts';
import { cloudKeys } from './secrets/cloud-keys.ts';
import { codeHostTokens } from './secrets/code-host-tokens.ts';
import { infrastructureTokens } from './secrets/infrastructure-tokens.ts';
import { mailAndMarketingKeys } from './secrets/mail-and-marketing-keys.ts';
import { namedVendorKeys } from './secrets/named-vendor-keys.ts';
import { observabilityTokens } from './secrets/observability-tokens.ts';
import { paymentKeys } from './secrets/payment-keys.ts';
import { registryTokens } from './secrets/registry-tokens.ts';
import { webhooks } from './secrets/webhooks.ts';
import { webTokens } from './secrets/web-tokens.ts';

/** Tokens and keys with a vendor's mark, and hooks that are secrets as a whole. */
export const tokens: EntityFamily = {
  types: [
    secret('AWS_ACCESS_KEY_ID', ['aws', 'access key id']),
    secret('AWS_SECRET_KEY', ['aws_secret', 'aws_secret_access_key', 'secret access key', 'secretaccesskey']),
    secret('ALIYUN_KEY', ['阿里云', 'aliyun', 'alibaba cloud'], 'CN'),
    secret('TENCENT_CLOUD_KEY', ['腾讯云', 'secretid', 'tencent cloud'], 'CN'),
    secret('HUAWEI_BAIDU_VOLC_KEY', ['华为云', '百度智能云', '火山引擎', 'huawei cloud', 'volcengine'], 'CN'),
    secret('WECHAT_APP_SECRET', ['appid', 'appsecret', '公众号', '小程序'], 'CN'),
    secret('DINGTALK_FEISHU_WEBHOOK', ['webhook', '机器人'], 'CN'),
    secret('AZURE_STORAGE_KEY', ['accountkey', 'azure storage']),
    secret('AZURE_CLIENT_SECRET', ['azure', 'entra']),
    secret('GCP_API_KEY', ['google api key']),
    secret('GITHUB_TOKEN', ['github']),
    secret('GITLAB_TOKEN', ['gitlab']),
    secret('SLACK_TOKEN', ['slack']),
    secret('STRIPE_KEY', ['stripe']),
    secret('OPENAI_KEY', ['openai']),
    secret('ANTHROPIC_KEY', ['anthropic']),
    secret('DEEPSEEK_KEY', ['deepseek', '深度求索']),
    secret('HUGGINGFACE_TOKEN', ['huggingface', 'hugging face']),
    secret('NPM_PYPI_TOKEN', ['npm', 'pypi']),
    secret('MAIL_API_KEY', ['sendgrid', 'mailgun', 'mailchimp']),
    secret('TWILIO_KEY', ['twilio']),
    secret('BOT_TOKEN', ['telegram', 'bot token']),
    secret('VAULT_TERRAFORM_TOKEN', ['vault', 'terraform']),
    secret('DATABRICKS_K8S_DOCKER', ['databricks', 'kubernetes', 'docker']),
    secret('JWT', ['jwt']),
  ],
  rules: [
    ...cloudKeys,
    ...chineseCloudKeys,
    ...codeHostTokens,
    ...chatTokens,
    ...webhooks,
    ...paymentKeys,
    ...aiKeys,
    ...registryTokens,
    ...infrastructureTokens,
    ...observabilityTokens,
    ...mailAndMarketingKeys,
    ...webTokens,
    ...namedVendorKeys,
  ],
};

function secret(id: string, context: readonly string[], locale = '*'): EntityType {
  return { id, label: 'SECRET', tier: 'critical', locale, canonical: 'exact', context };
}
