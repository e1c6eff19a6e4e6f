import type { EntityFamily, LiteralRule, Span } from '../rule.ts';
import { isSecretValue } from '../secrets/secret-judgement.ts';

const P = 'Tr0ub4dor';

/** Schemes of connection links that carry a login: id, vendor, schemes. */
const schemes: readonly (readonly [id: string, vendor: string, schemes: readonly [string, ...string[]]])[] = [
  [
    'postgresql-link',
    'postgresql',
    ['postgresql://', 'postgres://', 'postgresql+psycopg2://', 'postgresql+asyncpg://', 'cockroachdb://'],
  ],
  ['mysql-link', 'mysql', ['mysql://', 'mysql+pymysql://', 'mysql2://', 'mariadb://', 'mysqlx://']],
  ['mongodb-link', 'mongodb', ['mongodb://', 'mongodb+srv://']],
  ['redis-link', 'redis', ['redis://', 'rediss://', 'redis+sentinel://', 'valkey://']],
  ['amqp-link', 'rabbitmq', ['amqp://', 'amqps://', 'pyamqp://']],
  ['sql-server-link', 'microsoft', ['mssql://', 'sqlserver://', 'mssql+pyodbc://', 'mssql+pymssql://']],
  ['oracle-link', 'oracle', ['oracle://', 'oracle+cx_oracle://', 'oracle+oracledb://']],
  ['clickhouse-link', 'clickhouse', ['clickhouse://', 'clickhouse+native://']],
  ['snowflake-link', 'snowflake', ['snowflake://']],
  ['neo4j-link', 'neo4j', ['neo4j://', 'neo4j+s://', 'bolt://', 'bolt+s://']],
  ['elasticsearch-link', 'elastic', ['elasticsearch://', 'opensearch://']],
  ['couchdb-link', 'couchdb', ['couchdb://', 'couchbase://']],
  ['cassandra-link', 'cassandra', ['cassandra://', 'scylla://']],
  ['dameng-link', 'dameng', ['dm://', 'kingbase8://', 'gaussdb://', 'opengauss://']],
  ['tidb-link', 'pingcap', ['tidb://', 'oceanbase://']],
  ['nats-link', 'nats', ['nats://', 'tls://', 'stomp://', 'mqtt://', 'mqtts://']],
  ['ldap-link', 'ldap', ['ldap://', 'ldaps://']],
  ['ftp-link', 'ftp', ['ftp://', 'ftps://', 'sftp://', 'ssh://', 'scp://']],
  ['smtp-link', 'smtp', ['smtp://', 'smtps://', 'imap://', 'imaps://', 'pop3://']],
  ['smb-link', 'smb', ['smb://', 'cifs://', 'webdav://', 'davs://']],
  ['proxy-link', 'proxy', ['socks5://', 'socks5h://', 'socks4://']],
];

/** Connections to databases and other servers that hold a password. */
export const databaseLogins: EntityFamily = {
  types: [
    {
      id: 'DB_CONNECTION_STRING',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['connection string', 'jdbc', 'dsn', '连接串', '数据库连接'],
    },
  ],
  rules: [
    ...schemes.map(([id, vendor, names]): LiteralRule => ({
      id,
      type: 'DB_CONNECTION_STRING',
      kind: 'literal',
      locale: vendor,
      validator: 'password before the host (RFC 3986, 3.2.1), no word or template',
      score: 0.95,
      literals: names,
      pattern: /[a-z0-9+_]{2,24}:\/\/[^\s:@/"'<>`]{0,128}:([^\s@/"'<>`]{1,256})@[^\s"'<>`，。；]{1,512}/y,
      accept: linkFound,
      tests: {
        found: [
          `url: "⟦${names[0]}app:${P}@db.example.com/shop⟧"`,
          `连接串：⟦${names[0]}app:${P}@db.example.com/shop⟧`,
        ],
        ignored: [
          `${names[0]}db.example.com/shop`,
          `${names[0]}user:password@localhost`,
          `${names[0]}\${USER1}:\${PASS1}@db`,
        ],
      },
    })),
    named(
      'ado-net-string',
      'microsoft',
      ['Server=', 'server=', 'Data Source=', 'data source=', 'Addr=', 'SERVER='],
      `Server=db.example.com;Database=shop;User Id=app;Password=`,
    ),
    named(
      'odbc-string',
      'odbc',
      ['Driver=', 'DRIVER=', 'Dsn=', 'DSN='],
      `Driver={SQL Server};Server=db.example.com;Uid=app;Pwd=`,
    ),
    named(
      'ole-db-string',
      'microsoft',
      ['Provider='],
      `Provider=SQLOLEDB;Data Source=db;User ID=app;Password=`,
    ),
    named('npgsql-string', 'postgresql', ['Host=', 'host='], `Host=db.example.com;Username=app;Password=`),
    named(
      'endpoint-string',
      'azure',
      ['AccountEndpoint=', 'Endpoint='],
      `Endpoint=https://a.example.com;Id=app;Secret=`,
    ),
    {
      id: 'libpq-string',
      type: 'DB_CONNECTION_STRING',
      kind: 'literal',
      locale: 'postgresql',
      validator: 'keywords of libpq, no word or template',
      score: 0.85,
      literals: ['host=', 'dbname='],
      pattern:
        /(?:host|dbname)=[^\s;"']{1,128}(?: [a-z_]{2,24}=[^\s;"']{1,128}){0,6}? password=([^\s;"']{4,128})/y,
      accept: stringFound,
      tests: {
        found: [`connect("⟦host=db.example.com port=5432 user=app password=${P}⟧")`],
        ignored: ['host=db.example.com user=app', 'host=db.example.com password=$PASS'],
      },
    },
    {
      id: 'jdbc-link',
      type: 'DB_CONNECTION_STRING',
      kind: 'literal',
      locale: 'jdbc',
      validator: 'password among the properties, no word or template',
      score: 0.9,
      literals: ['jdbc:'],
      pattern:
        /jdbc:[a-z0-9:]{2,30}[^\s"'<>]{1,300}?[?;&](?:password|Password|PASSWORD|pwd)=([^\s"'<>;&]{3,128})/y,
      accept: stringFound,
      tests: {
        found: [
          `⟦jdbc:mysql://db.example.com/shop?user=app&password=${P}⟧&useSSL=true`,
          `⟦jdbc:sqlserver://db;user=app;password=${P}⟧;`,
        ],
        ignored: ['jdbc:mysql://db.example.com/shop?useSSL=true', 'jdbc:mysql://db/shop?password=${PASS1}'],
      },
    },
    {
      id: 'jdbc-oracle-link',
      type: 'DB_CONNECTION_STRING',
      kind: 'literal',
      locale: 'oracle',
      validator: 'login before the host of a thin link',
      score: 0.9,
      literals: ['jdbc:oracle:thin:'],
      pattern: /jdbc:oracle:thin:[A-Za-z0-9_$]{1,40}\/([^\s"'@/]{3,128})@[^\s"'<>]{1,200}/y,
      accept: stringFound,
      tests: {
        found: [`url=⟦jdbc:oracle:thin:app/${P}@//db.example.com:1521/shop⟧`],
        ignored: ['jdbc:oracle:thin:@//db.example.com:1521/shop', 'jdbc:oracle:thin:app/password@//db'],
      },
    },
  ],
};

/** Name and value pairs with semicolons between. */
function named(id: string, vendor: string, literals: LiteralRule['literals'], lead: string): LiteralRule {
  const name = lead.slice(lead.lastIndexOf(';') + 1);
  return {
    id,
    type: 'DB_CONNECTION_STRING',
    kind: 'literal',
    locale: vendor,
    validator: 'password among the pairs, no word or template',
    score: 0.9,
    literals,
    pattern:
      /[A-Za-z ]{3,16}=[^;\n"']{0,200};[^\n"']{0,300}?(?:password|pwd|secret|accountkey|sharedaccesskey) {0,2}= {0,2}([^;\s"'<>]{3,200})/iy,
    accept: stringFound,
    tests: {
      found: [`"⟦${lead}${P}⟧;Encrypt=true"`, `连接串：⟦${lead}${P}⟧`],
      ignored: [
        `${lead}\${PASS1}`,
        lead.slice(0, lead.lastIndexOf(';')),
        `${lead.replace(name, '')}Trusted_Connection=True`,
      ],
    },
  };
}

function linkFound(match: RegExpExecArray): Span | undefined {
  if (!isSecretValue({ value: decoded(match[1] ?? ''), quoted: true, configured: true }, 'password'))
    return undefined;
  const whole = match[0].replace(/[).,;\]}]{1,8}$/, '');
  return { start: match.index, end: match.index + whole.length };
}

function stringFound(match: RegExpExecArray, text: string): Span | undefined {
  if (/[A-Za-z0-9]/.test(text.charAt(match.index - 1))) return undefined;
  if (!isSecretValue({ value: match[1] ?? '', quoted: true, configured: true }, 'password')) return undefined;
  return { start: match.index, end: match.index + match[0].length };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
