const abbreviations = new Set(
  `approx art assn bros co corp dept dr e.g eg etc ext fig gen gov i.e ie inc jan feb mar apr jun jul aug sep sept oct
  nov dec jr ltd messrs mr mrs ms no nos p para pp prof ref rev sec sr st tel v vol vs`.split(/\s+/u),
);
const closingMarks = '[”’」』）)\\]"\']*';
/** After a Chinese full stop, question mark, exclamation mark or semicolon and the quotes and brackets that close with it. */
const chineseEnd = new RegExp(`(?<=[。！？；]${closingMarks})(?![”’」』）)\\]"'。！？；])`, 'u');
/** Citations at the start of a piece, also one that is still being written. They belong to the sentence before. */
const leadingCitations = /^\s*(?:\[\d{1,2}\]\s*)*(?:\[\d{1,2}\]|\[\d{0,2}$)[.。]?(?=\s*$|[^.。])/u;

/**
 * Splits a text into its sentences. Each is a piece of the text as it stands, trimmed; together they are the text
 * without the white space between them. Line ends close a sentence (parsers join wrapped lines first). Unicode
 * sentence boundaries (UAX 29) with three mends: abbreviations, initials and list numbers do not end a sentence,
 * Chinese full stops, question marks, exclamation marks and semicolons always do, and a citation such as `[2]`
 * stays with the sentence before it.
 */
export function splitSentences(text: string): string[] {
  return text
    .split(/\n+/u)
    .flatMap((line) => joinPieces(line.split(chineseEnd).flatMap(segmentsOf)))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function segmentsOf(piece: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return Array.from(segmenter.segment(piece), ({ segment }) => segment);
}

/** Joins what Unicode cut too early. Pieces keep their white space, so joining restores the text. */
function joinPieces(pieces: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const piece of pieces) {
    const last = sentences.at(-1);
    if (last === undefined) sentences.push(piece);
    else {
      const citations = isUnfinished(last) ? piece : (leadingCitations.exec(piece)?.[0] ?? '');
      sentences[sentences.length - 1] = last + citations;
      if (citations.length < piece.length) sentences.push(piece.slice(citations.length));
    }
  }
  return sentences;
}

/** Ends in an abbreviation or an initial, or is only a list number. */
function isUnfinished(sentence: string): boolean {
  if (/^\s*(?:\d{1,3}|[a-z])[.)]\s*$/iu.test(sentence)) return true;
  const word = /(?:^|[\s(“"'])(?<word>[\p{L}.]+)\.\s*$/u.exec(sentence)?.groups?.['word'];
  if (word === undefined) return false;
  return abbreviations.has(word.toLowerCase()) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word);
}
