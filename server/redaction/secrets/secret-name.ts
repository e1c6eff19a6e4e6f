/** What a name in code, configuration or prose says about the value that it gets. */
export type SecretKind =
  /** Passwords and passphrases: people choose them, so they may be short. */
  | 'password'
  /** Keys, tokens and secrets that a machine made. */
  | 'key'
  /** A name that only says `key`, `auth` or `salt`: the value must look random by itself. */
  | 'weak';

const PASSWORD_WORDS = words(
  'password passwd passwort passphrase passcode pwd psw pswd pass passw pwrd userpass userpwd motdepasse mdp senha contrasena contrasenya wachtwoord lozenord parola haslo kennwort passwords dbpass dbpwd keypass storepass keystorepass rootpass adminpass sshpass pgpassword smtppass mima',
);
const KEY_WORDS = words(
  'secret token apikey accesskey secretkey privatekey authkey authtoken apitoken appsecret appkey clientsecret secretaccesskey accesstoken refreshtoken idtoken jwt bearer credential credentials cred creds webhooksecret signingkey encryptionkey masterkey sessionkey hmac apisecret secrets tokens licensekey subscriptionkey accountkey sharedkey sharedsecret consumersecret consumerkey encryptkey secretid',
);
const WEAK_WORDS = words(
  'key auth salt nonce signature sig sk ak hash cookie session passhash pwdhash iv seed cert',
);
/** Before `key` they make a secret of it; before anything else they do no harm. */
const KEY_MAKERS = words(
  'api access secret private auth app client account signing sign encryption encrypt master session shared license subscription storage service deploy admin root server hmac aes des rsa jwt crypto cipher consumer user security activation',
);
/** A name that ends so is about a secret, and has another kind of value. */
const OTHER_ENDINGS = words(
  'id ids name names type types url uri urls file files filename path paths dir policy policies length len size count expiry expires expire expiration expired ttl age field fields label labels input hint hints prompt message messages msg error errors err regex regexp pattern validator validation format enabled enable disabled required require requirement requirements min max timeout provider providers service services manager class factory param params parameter header headers placeholder column columns algorithm alg endpoint host port user users username reset change changed confirm confirmation strength index version usage limit limits ref reference arn location issuer scope scopes description desc env var variable variables prefix suffix tag tags map list array set store vault handler helper util utils test tests view page form screen dialog button link icon text title mode method rotation generator callback function func fn check checker checks match exists visible show hide toggle state status bits encoder decoder encoding budget window rate request response event template policyid info data date time at on by from to of in for is has not',
);
const OTHER_BEGINNINGS = words(
  'public primary foreign sort partition cache row hot short keyboard max min num total prompt completion input output forgot forgotten reset has is no invalid missing wrong bad incorrect show hide toggle validate check get generate create hash verify compare encrypt decrypt parse next pagination page continuation csrfless foreignkey without require requires use uses enable disable need needs',
);
const LONGEST_NAME = 64;

/** @param name as it is written, in any of the usual spellings: `dbPassword`, `DB_PASSWORD`, `db-password`, `db.password`. */
export function secretKind(name: string): SecretKind | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const parts = partsOf(name);
  while (
    parts.length > 1 &&
    /^(?:\d+|new|old|current|value|val|str|string|plain|plaintext|text|default|prod|dev|staging|b64|base64|hex|enc|encoded|again|repeat)$/.test(
      parts.at(-1) ?? '',
    )
  )
    parts.pop();
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  if (OTHER_BEGINNINGS.has(parts[0] ?? '') && parts.length > 1) return undefined;
  if (parts.some((part) => part === 'public' || part === 'publickey' || part === 'pubkey')) return undefined;
  if (OTHER_ENDINGS.has(last)) return undefined;
  if (endsIn(last, PASSWORD_WORDS)) return 'password';
  if (KEY_WORDS.has(last) || endsInLong(last)) return 'key';
  if (last === 'key' && (KEY_MAKERS.has(before) || parts.includes('secret'))) return 'key';
  if (last === 'id' || !WEAK_WORDS.has(last)) return undefined;
  return before.endsWith('password') || before === 'passwd' ? 'key' : 'weak';
}

/** The words of a name, in small letters. */
function partsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .map((part) => part.replace(/\d+$/, ''))
    .filter((part) => part !== '');
}

function endsIn(part: string, list: ReadonlySet<string>): boolean {
  if (list.has(part)) return true;
  return (
    /(?:password|passwd|passphrase|passwort|pwd)$/.test(part) ||
    (/(?:db|user|root|admin|my|ftp|ssh|smtp|sql|proxy|login|wifi|key|store)pass$/.test(part) &&
      part !== 'bypass')
  );
}

function endsInLong(part: string): boolean {
  return /(?:apikey|secretkey|accesskey|privatekey|secret|token|authkey)$/.test(part);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
