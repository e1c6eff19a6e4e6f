import { entropy } from './entropy.ts';
import type { SecretKind } from './secret-name.ts';

/** How the value is written. */
export interface WrittenValue {
  readonly value: string;
  readonly quoted: boolean;
  /** Assigned without quotes as configuration files do it, at the start of a line: `NAME=value`. */
  readonly configured: boolean;
}

/** Nobody's secret: words that stand for one, or for another kind of value. */
const DUMMIES = new Set(
  'password passwd pass pwd secret token key apikey api_key test testing tests tester dummy example sample changeme change_me changeit placeholder foo bar foobar baz qux todo fixme null nil none undefined nan true false yes no on off string str int integer number bool boolean char text varchar bytes object any void optional required value default empty unset hidden masked redacted removed omitted secure auto off n/a na tbd user username admin_password my_password mypassword yourpassword newpassword oldpassword input field this self request response config env file new password1_placeholder abc xyz xxx asterisks stars type hash plain basic bearer oauth jwt digest never always disabled enabled unknown invalid missing wrong incorrect correct prompt ask keyring keychain vault'.split(
    ' ',
  ),
);
const DUMMY_PART =
  /your|example|sample|placeholder|dummy|changeme|change[-_]me|change[-_]it|replace|insert|redacted|fixme|todo\b|<[^>]*>|x{4}|\*{3}|\.{3}|fake|mock|not[-_]?a[-_]?real|lorem|foobar|^test|test$|[-_]here$|goes[-_ ]here/i;
/** Values that are filled in later, or come from elsewhere. */
const TEMPLATE =
  /\$\{|\$\(|^\$[A-Za-z_]|\{\{|\}\}|<%|%>|#\{|%\(|^%[A-Za-z_]+%$|^%[sdv@]|^\{[A-Za-z0-9_.]*\}$|\{[A-Za-z_][A-Za-z0-9_.]{0,40}\}|^@[A-Za-z_]+(?:\/|$)|^!(?:vault|secret|env|ref|sub)|^ENC\[|^(?:env|vault|ref|file|secret|ssm|op|kms|keyring|arn|aws|azurekeyvault|gcp-secret|sops|doppler):|^__[A-Za-z_]+__$|^<.*>$|^\[.*\]$|^\(.*\)$/i;
const CODE =
  /\(|\)$|^[A-Za-z_][\w$]*(?:\.|->|::)[A-Za-z_]|^[A-Za-z_]\w*\[|^(?:this|self|process|os|env|System|config|settings|request|req|params|args|opts|options|props|new|await|func|function|lambda|return|typeof|const|let|var|not|and|or|if|else)\b|^&?str$|^[*&][a-z_]+$|\]$/;
const PATH =
  /^(?:~|\.{1,2})\/|^(?:\/[a-z._-]{1,40}\d{0,3}){2,12}(?:\/|\.\w{1,8})?$|^[A-Za-z]:\\|^https?:\/\/|^\w{1,10}:\/\//i;
const FILE_ENDING =
  /\.(?:pem|key|json|txt|crt|cer|jks|p12|pfx|ya?ml|env|ini|conf|xml|html?|js|ts|py|java|go|png|jpe?g|svg|css|log|md|php|sh|sql|properties|toml)$/i;
/** Nobody names a file so. */
const MADE_UP = /[A-Za-z]\d{3,}[A-Za-z]|[!#$&+=^,;?]/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const VERSION_OR_DATE = /^v?\d{1,4}(?:[.:/-]\d{1,4}){1,5}(?:[TZ+].*)?$/;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z_$-]*$/;
const NAMES_A_SECRET =
  /pass|pwd|secret|token|key|cred|auth|user|login|field|input|param|value|name|label|word$|hash|salt/i;

/** Whether a value under a name of the kind is a real secret, and not a word, a variable, a template, a path or a file. */
export function isSecretValue(written: WrittenValue, kind: SecretKind): boolean {
  const stem = written.value.replace(FILE_ENDING, '');
  if (stem === written.value) return isSecret(written, kind);
  // A file whose name tells a password: `password blue4711Xqsky.md`.
  return kind === 'password' && MADE_UP.test(stem) && isSecret({ ...written, value: stem }, kind);
}

function isSecret({ value, quoted, configured }: WrittenValue, kind: SecretKind): boolean {
  if (value.length < (kind === 'password' ? 4 : 8) || value.length > 512) return false;
  if (isStandIn(value)) return false;
  switch (kind) {
    case 'password':
      return isPassword(value, quoted, configured);
    case 'key':
      return isKey(value, quoted);
    case 'weak':
      return (
        value.length >= 16 &&
        !UUID.test(value) &&
        !/^[0-9a-f]{40}$/.test(value) &&
        isKey(value, quoted) &&
        entropy(value) >= 3.2 &&
        hasLetterAndDigit(value)
      );
    default:
      return kind satisfies never;
  }
}

function isStandIn(value: string): boolean {
  const plain = value.toLowerCase().replace(/[!?.]+$/, '');
  if (DUMMIES.has(plain) || DUMMY_PART.test(value) || TEMPLATE.test(value) || PATH.test(value)) return true;
  const different = new Set(value).size;
  return different <= 2 || (value.length >= 12 && different <= 4) || VERSION_OR_DATE.test(value);
}

function isPassword(value: string, quoted: boolean, configured: boolean): boolean {
  if (/\s/.test(value)) return false;
  if (!quoted && CODE.test(value)) return false;
  if (quoted && /^[\w.$]{1,60}\([^)]*\)?$|^[A-Za-z]{1,20}\[[A-Za-z]{1,20}\]$/.test(value)) return false;
  if (!IDENTIFIER.test(value)) return quoted || /\d/.test(value) || /[^\w.-]/.test(value.slice(1, -1));
  // Letters alone: in quotes or a configuration file a password may be a word, but not the name of one.
  return (quoted || configured) && !NAMES_A_SECRET.test(value) && value.length >= 5;
}

function isKey(value: string, quoted: boolean): boolean {
  if (/[\s"'<>|^`]/.test(value)) return false;
  if (!quoted && CODE.test(value)) return false;
  if (UUID.test(value)) return true;
  if (/^\d+$/.test(value)) return value.length >= 16;
  if (!/\d/.test(value))
    return value.length >= 16 && /[a-z][A-Z]/.test(value) && entropy(value) >= 3.7 && !readsAsWords(value);
  if (readsAsWords(value)) return false;
  return entropy(value) >= (value.length >= 16 ? 2.8 : 2.5);
}

function hasLetterAndDigit(value: string): boolean {
  return /[A-Za-z]/.test(value) && /\d/.test(value);
}

/** Words joined by signs or capitals, with at most a short number at the end: `client-secret-2`, `myFirstToken`. */
function readsAsWords(value: string): boolean {
  const parts = value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '');
  return (
    parts.length > 1 &&
    parts.every((part) => /^(?:[A-Z]?[a-z]{2,15}|[A-Z]{2,15}|\d{1,4}|v\d)$/.test(part)) &&
    parts.some((part) => part.length > 3 && /[aeiou]/i.test(part)) &&
    averageLength(parts) >= 3.4
  );
}

function averageLength(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0) / parts.length;
}
