import type { LiteralRule } from '../../rule.ts';
import { base62, base64url, chain, hex, smallLetters, uuid, anyHex } from '../../secrets/token-body.ts';
import { vendorTokens } from '../../secrets/vendor-token.ts';

/** Keys of Chinese clouds and office suites. */
export const chineseCloudKeys: readonly LiteralRule[] = [
  ...vendorTokens('ALIYUN_KEY', [
    ['aliyun-access-key', 'aliyun', 'LTAI', base62(12, 26)],
    ['aliyun-temporary-key', 'aliyun', 'STS.', base62(20, 40)],
  ]),
  ...vendorTokens('TENCENT_CLOUD_KEY', [
    ['tencent-secret-id', 'tencent', 'AKID', base62(32)],
    ['tencent-temporary-secret-id', 'tencent', 'AKID', base64url(60, 80)],
  ]),
  ...vendorTokens('HUAWEI_BAIDU_VOLC_KEY', [
    ['volcengine-access-key', 'volcengine', 'AKLT', base64url(20, 60)],
    ['volcengine-temporary-key', 'volcengine', 'AKTP', base64url(20, 60)],
    ['baidu-access-key', 'baidu', 'ALTAK', base62(18, 32)],
    ['baidu-bearer-key', 'baidu', 'bce-v3/ALTAK-', chain(base62(16, 32), '/', hex(40))],
    ['jd-cloud-access-key', 'jdcloud', 'JDC_', base62(28)],
  ]),
  ...vendorTokens('WECHAT_APP_SECRET', [
    ['wechat-app-id', 'wechat', 'wx', hex(16)],
    ['wecom-corp-id', 'wecom', 'ww', hex(16)],
  ]),
  ...vendorTokens('DINGTALK_FEISHU_WEBHOOK', [
    ['dingtalk-robot-hook', 'dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=', anyHex(16, 64)],
    ['dingtalk-robot-secret', 'dingtalk', 'SEC', hex(64)],
    ['dingtalk-app-key', 'dingtalk', 'ding', smallLetters(16)],
    ['feishu-hook', 'feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/', uuid],
    ['feishu-old-hook', 'feishu', 'https://open.feishu.cn/open-apis/bot/hook/', hex(32)],
    ['lark-hook', 'lark', 'https://open.larksuite.com/open-apis/bot/v2/hook/', uuid],
    ['feishu-flow-hook', 'feishu', 'https://www.feishu.cn/flow/api/trigger-webhook/', hex(32)],
    ['feishu-tenant-token', 'feishu', 't-', chain('g', smallLetters(40))],
    ['wecom-robot-hook', 'wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=', uuid],
  ]),
];
