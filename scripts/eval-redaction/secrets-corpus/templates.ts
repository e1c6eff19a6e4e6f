/** A line of a language or format; § is the place of the value, ¤ that of the name. */
export interface Template {
  readonly language: string;
  readonly kind: 'password' | 'key';
  readonly names: readonly string[];
  readonly line: string;
}

const camel = {
  password: ['password', 'dbPassword', 'userPwd', 'adminPassword', 'smtpPass'],
  key: ['apiKey', 'accessToken', 'clientSecret', 'secretKey', 'authToken'],
};
const snake = {
  password: ['password', 'db_password', 'user_pwd', 'admin_passwd', 'ftp_pass'],
  key: ['api_key', 'access_token', 'client_secret', 'secret_key', 'auth_token'],
};
const upper = {
  password: ['PASSWORD', 'DB_PASSWORD', 'MYSQL_ROOT_PASSWORD', 'ADMIN_PWD', 'REDIS_PASS'],
  key: ['API_KEY', 'ACCESS_TOKEN', 'CLIENT_SECRET', 'SECRET_KEY', 'AUTH_TOKEN'],
};
const dotted = {
  password: ['spring.datasource.password', 'db.password', 'mail.smtp.pwd', 'keystore.password'],
  key: ['app.api-key', 'oauth.client-secret', 'service.access-token', 'jwt.secret'],
};
const kebab = {
  password: ['password', 'db-password', 'admin-password'],
  key: ['api-key', 'access-token', 'client-secret', 'auth-token'],
};

type Names = Readonly<Record<Template['kind'], readonly string[]>>;

/** Every second one belongs to the held-out half. */
export const templates: readonly Template[] = [
  ...both('python', snake, [
    '¤ = "§"',
    "    ¤ = '§'",
    'client = Client(host, ¤="§")',
    'cfg = {"¤": "§", "port": 1}',
  ]),
  ...both('python-get', snake, ['x = os.getenv("¤", "§")', 'cfg["¤"] = "§"', 'if ¤ == "§":', '¤: str = "§"']),
  ...both('javascript', camel, [
    "const ¤ = '§';",
    'const ¤ = `§`;',
    "axios.create({ ¤: '§' })",
    'exports.¤ = "§";',
  ]),
  ...both('typescript', camel, [
    "private readonly ¤: string = '§';",
    'export const ¤ = "§" as const;',
    "¤: '§',",
    'let ¤: string = "§"',
  ]),
  ...both('java', camel, [
    'private static final String ¤ = "§";',
    'props.put("¤", "§");',
    'String ¤ = "§";',
    'builder.¤("§")',
  ]),
  ...both('kotlin', camel, ['val ¤ = "§"', 'const val ¤: String = "§"', 'put("¤", "§")']),
  ...both('go', camel, ['¤ := "§"', 'var ¤ = "§"', '\t¤: "§",', 'const ¤ = "§"']),
  ...both('csharp', camel, [
    'string ¤ = "§";',
    'var ¤ = @"§";',
    'new Options { ¤ = "§" }',
    'public const string ¤ = "§";',
  ]),
  ...both('ruby', snake, ['¤ = "§"', ':¤ => "§",', "  ¤: '§'", "ENV['¤'] = '§'"]),
  ...both('php', snake, ["$¤ = '§';", "'¤' => '§',", "define('¤', '§');", '$config["¤"] = "§";']),
  ...both('rust', snake, ['let ¤ = "§";', 'const ¤: &str = "§";', '.¤("§")']),
  ...both('c', upper, ['#define ¤ "§"', 'static const char *¤ = "§";', 'char ¤[] = "§";']),
  ...both('swift', camel, ['let ¤ = "§"', 'static let ¤: String = "§"', 'var ¤ = "§"']),
  ...both('shell', upper, ['export ¤=§', "¤='§'", '¤="§" ./run.sh', 'export ¤="§"']),
  ...both('powershell', camel, ['$¤ = "§"', "$env:¤ = '§'", "$¤ = '§'"]),
  ...both('env', upper, ['¤=§', '¤="§"', '¤=§ # for the test system']),
  ...both('yaml', snake, ['¤: §', '  ¤: "§"', "    ¤: '§'", '- ¤: §']),
  ...both('kubernetes', upper, ['- name: ¤\n  value: "§"', '    - name: ¤\n      value: §']),
  ...both('json', camel, ['{"¤": "§"}', '  "¤": "§",', '{"user":"app","¤":"§"}']),
  ...both('toml', snake, ['¤ = "§"', "¤ = '§'", '[db]\n¤ = "§"']),
  ...both('properties', dotted, ['¤=§', '¤ = §', '¤: §']),
  ...both('ini', snake, ['[main]\n¤=§', '¤ = §']),
  ...both('xml', camel, [
    '<¤>§</¤>',
    '<property name="¤" value="§"/>',
    '<entry key="¤">§</entry>',
    '<add key="¤" value="§" />',
  ]),
  ...both('terraform', snake, ['  ¤ = "§"', 'variable "x" {\n  ¤ = "§"\n}', '¤ = "§"']),
  ...both('dockerfile', upper, ['ENV ¤=§', 'ENV ¤ §', 'docker run -e ¤=§ image', 'ARG ¤=§']),
  ...both('flags', kebab, ['deploy --¤ § --force', 'deploy --¤=§', 'tool --¤ "§"']),
  ...both(
    'setters',
    {
      password: ['setPassword', 'withPassword', 'setPwd'],
      key: ['setApiKey', 'withToken', 'setClientSecret'],
    },
    ['config.¤("§");', "x = b.¤('§')"],
  ),
  ...both(
    'headers',
    { password: ['x-password', 'X-Auth-Password'], key: ['x-api-key', 'X-Auth-Token', 'api-key'] },
    ["-H '¤: §'", '"¤": "§"', '¤: §'],
  ),
  ...one('sql', 'password', [
    "CREATE USER app IDENTIFIED BY '§';",
    "ALTER USER app WITH PASSWORD '§';",
    "SET PASSWORD = '§';",
  ]),
  ...one('curl', 'password', [
    'curl -u app:§ https://example.com/',
    "curl --user 'app:§' https://example.com/",
  ]),
  ...one('link', 'password', [
    'postgres://app:§@db.example.com/shop',
    'redis://:§@cache.example.com:6379/0',
    'https://app:§@git.example.com/a.git',
  ]),
  ...one('netrc', 'password', ['machine example.com login app password §', 'default login app password §']),
  ...one('sentence', 'password', [
    'The password is §.',
    'Your new password: §',
    'login with app and password § please',
  ]),
  ...one('chinese', 'password', ['初始密码：§', '密码是§，请尽快修改', '服务器密码 §', '口令已改为§']),
  ...one('bearer', 'key', [
    'Authorization: Bearer §',
    "-H 'Authorization: Bearer §'",
    'headers["Authorization"] = "Bearer §"',
  ]),
  ...one('chinese-key', 'key', ['密钥：§', '访问令牌是§。', 'API密钥=§']),
];

function both(language: string, names: Names, lines: readonly string[]): readonly Template[] {
  return (['password', 'key'] as const).flatMap((kind) =>
    lines.map((line) => ({ language, kind, names: names[kind], line })),
  );
}

function one(language: string, kind: Template['kind'], lines: readonly string[]): readonly Template[] {
  return lines.map((line) => ({ language, kind, names: [''], line }));
}
