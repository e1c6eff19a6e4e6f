/** Twenty-four patterns of the usual kind, each run over the whole text: what the detectors are compared with. */
const patterns: readonly RegExp[] = [
  /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}\.[A-Za-z]{2,12}/g,
  /1[3-9]\d{9}/g,
  /\d{17}[\dXx]/g,
  /\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}/g,
  /\d{3}-\d{2}-\d{4}/g,
  /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g,
  /[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}/g,
  /[A-Z]{2}\d{2}[A-Z0-9]{11,30}/g,
  /https?:\/\/[^\s]{1,2000}/g,
  /AKIA[0-9A-Z]{16}/g,
  /gh[pousr]_[A-Za-z0-9]{36}/g,
  /sk-[A-Za-z0-9]{20,60}/g,
  /eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}/g,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/g,
  /\+\d{1,3}[ -]\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}/g,
  /\(\d{3}\) ?\d{3}-\d{4}/g,
  /[A-Z]\d{8}/g,
  /[A-Z]{1,2}\d{6}\([0-9A]\)/g,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·-]?[A-Z0-9]{5,6}/g,
  /[\u4e00-\u9fff]{2,8}[省市区县][\u4e00-\u9fff]{2,12}[路街]\d{1,5}号/g,
  /姓名[:：]?\s?[\u4e00-\u9fff]{2,4}/g,
  /(?:password|passwd|pwd)\s?[:=]\s?\S{4,64}/gi,
  /\d{4}[-/年]\d{1,2}[-/月]\d{1,2}/g,
  /\b[A-Z][a-z]{1,15} [A-Z][a-z]{1,15}\b/g,
];

/** Finds all matches of each. */
export function passReferencePatterns(text: string): number {
  let found = 0;
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    while (pattern.test(text)) found += 1;
  }
  return found;
}
