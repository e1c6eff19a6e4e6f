import type { EntityFamily, EvidenceRule, RuleTests } from '../rule.ts';
import { createAssignmentDetector } from '../secrets/assignment-detector.ts';
import { base62, hex, uuid } from '../secrets/token-body.ts';
import { loginCalls } from './secrets/login-calls.ts';

const KEY = base62(32).sample;
const PASSWORD = 'Tr0ub4dor';

/** Ways in which a name gets its value; each has a rule for passwords and one for keys. */
const ways: readonly (readonly [way: string, password: RuleTests, key: RuleTests])[] = [
  [
    'assigned',
    {
      found: [
        `DB_PASSWORD=⟦${PASSWORD}⟧`,
        `Sign in with password: ⟦${PASSWORD}&3x⟧ please`,
        `post password=⟦${PASSWORD}⟧&user=jo`,
        `password: ⟦blue4711Xqsky.md⟧`,
        `const password: string = "⟦${PASSWORD}⟧";`,
        `{"adminPassword": "⟦${PASSWORD}⟧", "port": 1}`,
        `  password: ⟦${PASSWORD}⟧ # of the test system`,
        `'password' => '⟦${PASSWORD}⟧',`,
        `if (pwd == "⟦${PASSWORD}⟧") {`,
        `"{\\"password\\": \\"⟦${PASSWORD}⟧\\"}"`,
        `os.environ["PGPASSWORD"] = "⟦${PASSWORD}⟧"`,
      ],
      ignored: [
        'password: string;',
        'password = getPassword()',
        'password=password',
        'password: secrets-2024.pem',
        'DB_PASSWORD=${DB_PASSWORD}',
        'password: "********"',
        'passwordLabel: "Password is required"',
        'PASSWORD=<your password>',
        `password = args[1]`,
        `this.password = user.password1;`,
        `password_file: /run/secrets/db1`,
      ],
    },
    {
      found: [
        `apiKey: '⟦${KEY}⟧',`,
        `export AUTH_TOKEN=⟦${KEY}⟧`,
        `x-api-key: ⟦${KEY}⟧`,
        `client_secret := "⟦${uuid.sample}⟧"`,
        `encryption_key = "⟦${hex(32).sample}⟧"`,
      ],
      ignored: [
        `token = self.token1`,
        `max_tokens = 40960000`,
        `tokenUrl: "https://example.com/oauth2/token1"`,
        `primary_key = "${KEY}"`,
        `commit: ${hex(40).sample}`,
        `secretName: my-secret-name-2`,
        `api_key: settings.API_KEY1`,
        `key: ${uuid.sample}`,
      ],
    },
  ],
  [
    'element',
    {
      found: [`<password>⟦${PASSWORD}⟧</password>`, `<entry key="db.password">⟦${PASSWORD}⟧</entry>`],
      ignored: [
        '<password>${db.password}</password>',
        `if (password > ${PASSWORD}) {`,
        '<password></password>',
      ],
    },
    {
      found: [`<apiKey>⟦${KEY}⟧</apiKey>`, `<string name="api_key">⟦${KEY}⟧</string>`],
      ignored: ['<token>String</token>', `<h1>Token</h1><p>${KEY}</p>`],
    },
  ],
  [
    'attribute',
    {
      found: [
        `<property name="password" value="⟦${PASSWORD}⟧"/>`,
        `- name: DB_PASSWORD\n  value: "⟦${PASSWORD}⟧"`,
        `{"name": "DB_PASSWORD", "value": "⟦${PASSWORD}⟧"}`,
      ],
      ignored: ['<property name="password" value="${db.password}"/>', '<input name="password" value=""/>'],
    },
    {
      found: [`<add key="ApiKey" value="⟦${KEY}⟧" />`],
      ignored: [`<add key="ApiKeyName" value="${KEY}" />`, `<add key="ApiKey" value="#{ApiKey}#" />`],
    },
  ],
  [
    'flag',
    {
      found: [`deploy --password ⟦${PASSWORD}⟧ --force`, `login --db-password=⟦${PASSWORD}⟧`],
      ignored: [
        'deploy --password $PASSWORD',
        'login --password-stdin token1',
        'run --password "$(cat file1)"',
      ],
    },
    {
      found: [`helm install --set-string x --api-token ⟦${KEY}⟧`, `run --token="⟦${KEY}⟧"`],
      ignored: ['run --token ${TOKEN1}', 'kubectl get --token-file /var/run/token1'],
    },
  ],
  [
    'call',
    {
      found: [`config.setPassword("⟦${PASSWORD}⟧");`, `.password('⟦${PASSWORD}⟧')`],
      ignored: ['setPassword(password1)', 'getPassword("keyring1")', 'setPassword("password")'],
    },
    {
      found: [`client.setApiKey("⟦${KEY}⟧")`, `.withToken('⟦${KEY}⟧')`],
      ignored: ['setToken(newToken1)', `hashToken("${KEY}")`],
    },
  ],
  [
    'pair',
    {
      found: [`define('DB_PASSWORD', '⟦${PASSWORD}⟧');`, `props.put("password", "⟦${PASSWORD}⟧")`],
      ignored: [`getenv('DB_PASSWORD', '')`, `label("password", "Password")`],
    },
    {
      found: [`os.getenv("API_TOKEN", "⟦${KEY}⟧")`, `headers.add("X-Api-Key", "⟦${KEY}⟧");`],
      ignored: [`t("token", "The token is 12 characters")`, `put("token", token1)`],
    },
  ],
  [
    'spaced',
    {
      found: [
        `CREATE USER app WITH PASSWORD '⟦${PASSWORD}⟧';`,
        `machine example.com login app password ⟦${PASSWORD}⟧`,
        `#define WIFI_PASSWORD "⟦${PASSWORD}⟧"`,
        `  password "⟦${PASSWORD}⟧"`,
      ],
      ignored: ['the password field', 'a password reset costs 12 dollars', 'password policies since 2019'],
    },
    {
      found: [`#define API_KEY "⟦${KEY}⟧"`, `use token ⟦${KEY}⟧ for it`],
      ignored: ['the token bucket of 2019', 'a secret meeting in room A1234'],
    },
  ],
  [
    'sentence',
    {
      found: [
        `The password is ⟦${PASSWORD}⟧.`,
        `the password for the guest network is "⟦${PASSWORD}⟧"`,
        `password was changed to ⟦${PASSWORD}⟧, please note`,
      ],
      ignored: [
        'The password is required.',
        'your password was changed yesterday',
        'The password is case-sensitive',
      ],
    },
    {
      found: [`The API token is ⟦${KEY}⟧.`],
      ignored: ['The token is valid for 30 days', 'the secret is out'],
    },
  ],
  [
    'labelled',
    {
      found: [
        `初始密码：⟦${PASSWORD}⟧`,
        `密码已重置为⟦${PASSWORD}⟧，请尽快修改`,
        `密码是⟦qiu@2024⟧`,
        `口令 ⟦${PASSWORD}⟧`,
      ],
      ignored: ['密码长度为8到16位', '请输入密码', '密码：${DB_PASSWORD}', '密码：********'],
    },
    {
      found: [`密钥：⟦${KEY}⟧`, `访问令牌是⟦${KEY}⟧。`],
      ignored: ['密钥长度256', '令牌：<YOUR_TOKEN>'],
    },
  ],
];

/** Passwords and keys that the name tells which they are given to. */
export const assignedSecrets: EntityFamily = {
  types: [
    {
      id: 'PASSWORD',
      label: 'PASSWORD',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['password', 'passwd', 'pwd', 'passphrase', '密码', '口令', '登录密码', '初始密码', '密碼'],
    },
    {
      id: 'GENERIC_API_KEY',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['api_key', 'apikey', 'api key', 'secret', 'token', 'access key', '密钥', '令牌', '秘钥'],
    },
  ],
  rules: [
    ...ways.flatMap(([way, password, key]): EvidenceRule[] => [
      assigned(`password-${way}`, 'PASSWORD', 'name of a password, no word, variable or template', password),
      assigned(`key-${way}`, 'GENERIC_API_KEY', 'name of a key, entropy, no word, variable or template', key),
    ]),
    ...loginCalls,
  ],
  detect: createAssignmentDetector(),
};

function assigned(id: string, type: string, validator: string, tests: RuleTests): EvidenceRule {
  return { id, type, kind: 'evidence', validator, score: 0.85, tests };
}
