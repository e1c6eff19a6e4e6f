export interface HostileText {
  readonly kind: string;
  /** A text of exactly so many characters. */
  make(length: number): string;
}

/** Texts that make careless patterns and joins super-linear. */
export const hostileTexts: readonly HostileText[] = [
  repeated('one letter', 'a'),
  repeated('at signs', '@'),
  repeated('mail without end', 'a.b-c@'),
  repeated('digits', '4'),
  repeated('digits and spaces', '1 '),
  repeated('digits and dashes', '12-34-'),
  repeated('digits and dots', '1.'),
  repeated('digits over lines', '123\n'),
  repeated('label words', 'password token secret '),
  repeated('labels with colons', 'name: name: '),
  repeated('Chinese labels', '身份证号密码姓名手机号'),
  repeated('Chinese surnames', '王李张刘陈'),
  repeated('Chinese addresses', '北京市朝阳区'),
  repeated('base64', 'YWJjZGVmZ2hpamts'),
  repeated('base64 pieces', 'YWJjZGVmZ2hp '),
  repeated('percent signs', '%'),
  repeated('percent-encoded', '%41%42'),
  repeated('brackets', '[[(('),
  repeated('placeholders', '[PERSON_1'),
  repeated('IPv6 colons', 'fe80::'),
  repeated('hexadecimal', '0123456789abcdef'),
  repeated('capitalised words', 'Orla Brightwater '),
  repeated('key headers', '-----BEGIN RSA PRIVATE KEY-----'),
  repeated('vendor marks', 'sk-sk-sk-eyJeyJ.'),
  repeated('links', 'https://a:b@'),
  repeated('equals signs', '=password='),
  repeated('pairs', 'Server=a;Password=$x;'),
  repeated('quotes', `"'`),
  repeated('zero width', '1\u200b'),
  repeated('full width', '４１'),
  repeated('recovery words', 'abandon '),
  repeated('dashes', '-'),
];

function repeated(kind: string, unit: string): HostileText {
  return { kind, make: (length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length) };
}
