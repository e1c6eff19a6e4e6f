/** What people type and what is masked in it, English and Chinese; no value belongs to anybody. */
const sentences = [
  'Please look up the leave of Laura Bennett, laura.bennett@example.com, employee number E-20417. ',
  'Her card 4539 1488 0343 6467 was charged twice, and her IBAN is GB82 WEST 1234 5698 7654 32. ',
  '客户王小明的身份证号是11010519491231002X，手机13812345678，住址北京市朝阳区建国路88号。',
  'She flew to Hong Kong on 14 March with passport E12345678 and asked for a copy of the policy. ',
  'The server at 10.12.0.7 answered with AKIAIOSFODNN7EXAMPLE in its log, which nobody should see. ',
  '请把合同寄到上海市浦东新区世纪大道100号，收件人李娜，电话021-68881234，邮编200120。',
];

/** The sentences over and over, in exactly so many characters. */
export function typedText(length: number): string {
  const round = sentences.join('');
  return round.repeat(Math.ceil(length / round.length)).slice(0, length);
}
