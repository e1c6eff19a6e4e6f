const beginnings =
  /^\W*(?:and|but|so|or|also|then|what about|how about|what if)\b|^(?:那么?|还有|另外|而且|但是?|如果是)|呢[\s?？]*$/iu;
const pointers =
  /\b(?:it|its|he|she|they|them|their|his|her|this|that|these|those|there|same|such|former|latter)\b|[它他她]们?|这[个些种样里]|那[个些种样里]|上述|前者|后者|同样/iu;

/** Whether a question means something only with what was said before it: such a one is no FAQ question. Of a text in simplified script. */
export function leansOnContext(question: string): boolean {
  return beginnings.test(question) || pointers.test(question);
}
