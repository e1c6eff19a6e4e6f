import type { Dice } from './dice.ts';

/** A value under the name of a secret that is none. */
export interface FalseFriend {
  readonly kind: string;
  /** Without the quotes of the template: a variable, a call, an expression. */
  readonly bare: boolean;
  make(dice: Dice): string;
}

const NAMES = ['userPassword', 'token', 'new_secret', 'apiKey', 'input', 'pwd', 'accessToken', 'value'];

function friend(kind: string, bare: boolean, values: readonly string[]): FalseFriend {
  return { kind, bare, make: (dice) => dice.pick(values) };
}

/** Every second kind belongs to the held-out half. */
export const falseFriends: readonly FalseFriend[] = [
  friend('placeholder', false, [
    '<YOUR_PASSWORD>',
    'your-api-key-here',
    'changeme',
    'CHANGE_ME',
    'xxxxxxxxxxxxxxxx',
  ]),
  friend('angle placeholder', false, [
    '<password>',
    '<insert token>',
    '[REDACTED]',
    '<secret>',
    '[your key]',
  ]),
  friend('shell template', false, [
    '${DB_PASSWORD}',
    '$API_TOKEN',
    '$(cat /run/secrets/db)',
    '${env.SECRET}',
  ]),
  friend('template', false, [
    '{{ vault_token }}',
    '<%= secret %>',
    '#{password}',
    '%(password)s',
    '{password}',
    '{{.Values.secret}}',
  ]),
  friend('variable', true, NAMES),
  friend('member', true, [
    'self.password',
    'config.token',
    'user.password1',
    'this.secret',
    'req.body.password',
    'opts.apiKey',
  ]),
  friend('call', true, ['getPassword()', 'os.environ["TOKEN"]', 'load_secret("db", 1)', 'generateToken(32)']),
  friend('lookup', true, [
    'process.env.API_KEY',
    'System.getenv("PASS")',
    'args[1]',
    'settings["secret"]',
    'params[:token]',
  ]),
  friend('mask', false, ['********', '••••••••', 'xxxx', '------', '###########']),
  friend('dummy word', false, ['password', 'secret', 'test', 'dummy', 'example', 'foobar', 'string', 'null']),
  friend('field name', false, [
    'password_field',
    'access_token',
    'userPassword',
    'client-secret',
    'api_key',
    'secretKey',
  ]),
  friend('path', false, [
    '/run/secrets/db_password',
    './keys/server.pem',
    'C:\\keys\\id_rsa',
    '~/.ssh/id_rsa',
    '/etc/ssl/private/tls.key',
  ]),
  friend('prose', false, [
    'Enter your password',
    'The token is missing',
    'must have 8 characters',
    'Forgot your password?',
  ]),
  friend('link', false, [
    'https://example.com/oauth2/token',
    'http://localhost:8080/auth',
    'https://vault.example.com/v1/secret',
  ]),
  friend('nothing', true, ['null', 'None', 'nil', 'undefined', 'true', 'false', '""']),
  friend('empty', true, ['""', "''", '0', '{}', '[]']),
  friend('type', true, ['string', 'String', 'str', 'bytes', 'Optional[str]', 'SecretStr']),
  friend('test word', false, [
    'test_token',
    'fake-api-key',
    'mock_secret',
    'not-a-real-key',
    'example-token-123',
    'dummy_password',
  ]),
];
