import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, LiteralRule, Span } from '../rule.ts';
import { escapePattern } from '../secrets/token-body.ts';
import { beginsToken } from '../secrets/vendor-token.ts';

/** Pages of people on social sites: id, site, beginnings of their addresses, shape of the name. */
const sites: readonly (readonly [
  id: string,
  vendor: string,
  starts: readonly [string, ...string[]],
  name: string,
  sample: string,
])[] = [
  [
    'x-profile',
    'x',
    ['https://x.com/', 'https://twitter.com/', 'https://www.twitter.com/', 'twitter.com/'],
    '[A-Za-z0-9_]{2,15}',
    'orla48bright',
  ],
  [
    'instagram-profile',
    'instagram',
    ['https://www.instagram.com/', 'https://instagram.com/', 'instagram.com/'],
    '[A-Za-z0-9_.]{2,30}',
    'orla48bright',
  ],
  [
    'facebook-profile',
    'facebook',
    ['https://www.facebook.com/', 'https://facebook.com/', 'facebook.com/'],
    '[A-Za-z0-9.]{5,50}',
    'orla.bright',
  ],
  [
    'linkedin-profile',
    'linkedin',
    ['https://www.linkedin.com/in/', 'https://linkedin.com/in/', 'linkedin.com/in/'],
    '[A-Za-z0-9-]{3,100}',
    'orla48bright',
  ],
  [
    'tiktok-profile',
    'tiktok',
    ['https://www.tiktok.com/@', 'https://tiktok.com/@', 'tiktok.com/@'],
    '[A-Za-z0-9_.]{2,24}',
    'orla48bright',
  ],
  [
    'youtube-profile',
    'youtube',
    ['https://www.youtube.com/@', 'https://youtube.com/@', 'youtube.com/@'],
    '[A-Za-z0-9_.-]{3,30}',
    'orla48bright',
  ],
  ['telegram-profile', 'telegram', ['https://t.me/', 't.me/'], '[A-Za-z][A-Za-z0-9_]{4,31}', 'orla_bright'],
  [
    'weibo-profile',
    'weibo',
    ['https://weibo.com/u/', 'https://weibo.com/n/', 'weibo.com/u/'],
    '[A-Za-z0-9_-]{4,30}',
    'orla48bright',
  ],
  [
    'douyin-profile',
    'douyin',
    ['https://www.douyin.com/user/', 'https://v.douyin.com/'],
    '[A-Za-z0-9_-]{6,100}',
    'orla48bright',
  ],
  [
    'xiaohongshu-profile',
    'xiaohongshu',
    ['https://www.xiaohongshu.com/user/profile/'],
    '[0-9a-f]{24}',
    '5f1c2a9e3b474d589a601e2f',
  ],
  ['bilibili-profile', 'bilibili', ['https://space.bilibili.com/'], '[0-9]{3,16}', '48201736'],
  ['zhihu-profile', 'zhihu', ['https://www.zhihu.com/people/'], '[A-Za-z0-9_-]{3,50}', 'orla48bright'],
  ['snapchat-profile', 'snapchat', ['https://www.snapchat.com/add/'], '[A-Za-z0-9_.-]{3,15}', 'orla48bright'],
  [
    'threads-profile',
    'threads',
    ['https://www.threads.net/@', 'https://www.threads.com/@'],
    '[A-Za-z0-9_.]{2,30}',
    'orla48bright',
  ],
];
/** Pages of the sites themselves. */
const RESERVED =
  /^(?:login|signup|share|sharer|intent|home|search|explore|hashtag|settings|about|help|privacy|terms|legal|policies|p|reel|reels|stories|i|watch|groups|pages|events|business|ads|developers|joinchat|plugins|dialog)$/i;

/** Names of people on social sites. */
export const socialHandles: EntityFamily = {
  types: [
    {
      id: 'SOCIAL_HANDLE',
      label: 'HANDLE',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: [
        'twitter',
        'instagram',
        'tiktok',
        'telegram',
        'snapchat',
        'threads',
        'handle',
        'handles',
        'weibo',
        '微博',
        '抖音',
        '抖音号',
        '小红书',
        '小红书号',
        '快手',
        '快手号',
        'b站',
        'ins',
        '推特',
      ],
    },
  ],
  rules: [
    {
      id: 'social-handle',
      type: 'SOCIAL_HANDLE',
      kind: 'label',
      validator: 'at sign, context',
      score: 0.75,
      value: /(?:account |账号|ID)?:?@[A-Za-z0-9_.]{2,30}/iy,
      accept: (match, text) => {
        const at = match[0].indexOf('@');
        const name = match[0].slice(at).replace(/\.$/, '');
        const span = { start: match.index + at, end: match.index + at + name.length };
        return /[@\w]/.test(text.charAt(span.end)) ? undefined : span;
      },
      tests: {
        found: ['Twitter: ⟦@orla_bright⟧', 'find me on Instagram ⟦@orla.bright⟧.', '微博：⟦@linqiu88⟧'],
        ignored: ['meet @ 5 pm', 'ask @orla_bright', 'Twitter: follow us'],
      },
    },
    {
      id: 'cn-social-handle',
      type: 'SOCIAL_HANDLE',
      kind: 'label',
      locale: 'CN',
      validator: 'letters and digits, context',
      score: 0.7,
      value: /[A-Za-z0-9_.-]{5,30}/y,
      accept: (match, text) =>
        /\d/.test(match[0]) && /号[\s:：]{0,3}$/.test(text.slice(Math.max(0, match.index - 6), match.index))
          ? boundedMatch(match, text)
          : undefined,
      tests: {
        found: ['抖音号：⟦linqiu2024⟧', '小红书号 ⟦9482017365⟧', '快手号：⟦lin_qiu.88⟧'],
        ignored: ['抖音播放量48201736', '微博 linqiu', '抖音号已注销'],
      },
    },
    ...sites.map(([id, vendor, starts, name, sample]): LiteralRule => ({
      id,
      type: 'SOCIAL_HANDLE',
      kind: 'literal',
      locale: vendor,
      validator: "the site's address of a person",
      score: 0.8,
      literals: starts,
      pattern: new RegExp(`(?:${starts.map(escapePattern).join('|')})(${name})`, 'y'),
      accept: profileFound,
      tests: {
        found: [`see ⟦${starts[0]}${sample}⟧ for more`],
        ignored: [`${starts[0]} is down`, `${starts[0]}?a`],
      },
    })),
  ],
};

function profileFound(match: RegExpExecArray, text: string): Span | undefined {
  const end = match.index + match[0].length;
  if (RESERVED.test(match[1] ?? '') || /[A-Za-z0-9_%-]/.test(text.charAt(end))) return undefined;
  // What goes on after the name is a post, not a person.
  if (text.charAt(end) === '/' && /[A-Za-z0-9]/.test(text.charAt(end + 1))) return undefined;
  return beginsToken(text, match.index) && text.charAt(match.index - 1) !== '.'
    ? { start: match.index, end }
    : undefined;
}
