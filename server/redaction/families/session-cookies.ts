import type { EntityFamily, LiteralRule, Span } from '../rule.ts';
import { isPlaceholder } from '../secrets/placeholder-value.ts';
import { base62 } from '../secrets/token-body.ts';

/** Cookies that stand for a login: id, framework or site, names. */
const cookies: readonly (readonly [id: string, vendor: string, names: readonly [string, ...string[]]])[] = [
  ['java-session', 'jakarta', ['JSESSIONID', 'jsessionid']],
  ['php-session', 'php', ['PHPSESSID']],
  [
    'asp-net-session',
    'microsoft',
    [
      'ASP.NET_SessionId',
      '.ASPXAUTH',
      '.AspNetCore.Session',
      '.AspNetCore.Cookies',
      '.AspNet.ApplicationCookie',
    ],
  ],
  ['express-session', 'express', ['connect.sid']],
  ['django-session', 'django', ['sessionid']],
  ['laravel-session', 'laravel', ['laravel_session', 'XSRF-TOKEN']],
  ['rails-session', 'rails', ['_session_id', 'remember_user_token', '_rails_session']],
  [
    'next-auth-session',
    'next-auth',
    ['next-auth.session-token', '__Secure-next-auth.session-token', 'authjs.session-token'],
  ],
  ['spring-session', 'spring', ['SESSION=', 'remember-me']],
  ['wordpress-login', 'wordpress', ['wordpress_logged_in_', 'wordpress_sec_']],
  ['gitlab-session', 'gitlab', ['_gitlab_session']],
  ['github-session', 'github', ['user_session', '_gh_sess', '__Host-user_session_same_site']],
  ['grafana-session', 'grafana', ['grafana_session']],
  ['jira-session', 'atlassian', ['atlassian.xsrf.token', 'cloud.session.token', 'seraph.rememberme.cookie']],
  ['auth0-session', 'auth0', ['auth0=', '_legacy_auth0']],
  ['keycloak-session', 'keycloak', ['KEYCLOAK_SESSION', 'KEYCLOAK_IDENTITY', 'AUTH_SESSION_ID']],
  ['twitter-session', 'twitter', ['auth_token', 'ct0=']],
  ['linkedin-session', 'linkedin', ['li_at']],
  ['google-session', 'google', ['__Secure-1PSID', '__Secure-3PSID', 'SAPISID', 'HSID', 'SSID=', 'SIDCC']],
  ['bilibili-session', 'bilibili', ['SESSDATA', 'bili_jct']],
  ['baidu-session', 'baidu', ['BDUSS', 'STOKEN']],
  ['taobao-session', 'taobao', ['_m_h5_tk', 'cookie2', '_tb_token_']],
  ['weibo-session', 'weibo', ['SUB=', 'SUBP=']],
  ['zhihu-session', 'zhihu', ['z_c0']],
  ['jd-session', 'jd', ['pt_key', 'thor=']],
  ['cloudflare-session', 'cloudflare', ['CF_Authorization', 'cf_clearance']],
  ['codeigniter-session', 'codeigniter', ['ci_session']],
  [
    'generic-session',
    'web',
    ['session_id', 'sessionId', 'session_token', 'sessionToken', 'SESSIONID', 'session-id', 'SessionID'],
  ],
];
const VALUE = '["\']?\\s{0,2}(?:=|:|%3D)\\s{0,2}["\']?(?:s%3A|s:)?([A-Za-z0-9%._~+/|!*=-]{16,1024})';

/** Cookies and ids of sessions: who has one is logged in. */
export const sessionCookies: EntityFamily = {
  types: [
    {
      id: 'SESSION_COOKIE',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['cookie', 'session id', 'sessionid', '会话'],
    },
  ],
  rules: cookies.map(([id, vendor, names]): LiteralRule => {
    const [name] = names.map((written) => written.replace(/=$/, ''));
    const value = base62(32).sample;
    return {
      id: `${id}-cookie`,
      type: 'SESSION_COOKIE',
      kind: 'literal',
      locale: vendor,
      validator: 'name of the cookie, 16 characters or more, looks random',
      score: 0.9,
      literals: names,
      pattern: new RegExp(`[A-Za-z0-9_.-]{2,80}?${VALUE}`, 'y'),
      accept: cookieFound,
      tests: {
        found: [`Cookie: lang=en; ${name}=⟦${value}⟧; Path=/`, `${name}=⟦${value}⟧`],
        ignored: [`${name}=deleted`, `my${name}=${value}`, `${name} expires after 3600 seconds`],
      },
    };
  }),
};

function cookieFound(match: RegExpExecArray, text: string): Span | undefined {
  const value = match[1] ?? '';
  if (/[A-Za-z0-9_.-]/.test(text.charAt(match.index - 1)) || isPlaceholder(value) || !/\d/.test(value))
    return undefined;
  const end = match.index + match[0].length;
  return { start: end - value.length, end };
}
