const abbreviations = new Set(
  `approx art assn bros co corp dept dr e.g eg etc ext fig gen gov i.e ie inc jan feb mar apr jun jul aug sep sept oct
  nov dec jr ltd messrs mr mrs ms no nos p para pp prof ref rev sec sr st tel v vol vs`.split(/\s+/u),
);
const closingMarks = '[”’」』）)\\]"\']*';
/** After a Chinese full stop, question mark, exclamation mark or semicolon and the quotes and brackets that close with it. */
const chineseEnd = new RegExp(`(?<=[。！？；]${closingMarks})(?![”’」』）)\\]"'。！？；])`, 'u');
const questionEnd = new RegExp(`[?？]${closingMarks}$`, 'u');
/** Citations at the start of a piece, also one that is still being written. They belong to the sentence before. */
const leadingCitations = /^\s*(?:\[\d{1,2}\]\s*)*(?:\[\d{1,2}\]|\[\d{0,2}$)[.。]?(?=\s*$|[^.。])/u;

/** The engine's segmenter takes time quadratic in the length of its text, so it is given this much at once. */
const WINDOW = 4000;
const safeCut = /[.!?。！？][”’)\]"']*\s*(?=\p{Lu}|\p{Script=Han})/gu;

/**
 * Splits a text into its sentences. Each is a piece of the text as it stands, trimmed; together they are the text
 * without the white space between them. Line ends close a sentence (parsers join wrapped lines first). Unicode
 * sentence boundaries (UAX 29) with three mends: abbreviations, initials and list numbers do not end a sentence,
 * Chinese full stops, question marks, exclamation marks and semicolons always do, and a citation such as `[2]`
 * stays with the sentence before it.
 */
export function splitSentences(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const segmentsOf = (piece: string): string[] =>
    Array.from(segmenter.segment(piece), ({ segment }) => segment);
  return text
    .split(/\n+/u)
    .flatMap((line) =>
      joinPieces(withOpenings(line.split(chineseEnd).flatMap(windowsOf).flatMap(segmentsOf))),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Whether a text ends in a question mark, also inside of closing quotes and brackets. */
export function endsInQuestion(text: string): boolean {
  return questionEnd.test(text);
}

/** Cuts what is longer than a window at the last sure end of a sentence in it, else at white space. */
function windowsOf(piece: string): string[] {
  const windows: string[] = [];
  let at = 0;
  while (piece.length - at > WINDOW) {
    const window = piece.slice(at, at + WINDOW);
    const cut = Array.from(window.matchAll(safeCut)).at(-1);
    const length = cut === undefined ? window.lastIndexOf(' ') + 1 : cut.index + cut[0].length;
    const whole = /[\uD800-\uDBFF]$/u.test(window) ? WINDOW - 1 : WINDOW;
    windows.push(window.slice(0, length > 0 ? length : whole));
    at += length > 0 ? length : whole;
  }
  return [...windows, piece.slice(at)];
}

const openings = /[[(（【「『“‘]+$/u;

/**
 * Unicode takes an opening bracket right after a full stop for the end of that sentence. It begins the next one, and
 * may be that of a placeholder, which must stay whole.
 */
function withOpenings(pieces: readonly string[]): string[] {
  let opened = '';
  return pieces.map((piece, at) => {
    const whole = opened + piece;
    opened = at + 1 < pieces.length ? (openings.exec(whole)?.[0] ?? '') : '';
    return whole.slice(0, whole.length - opened.length);
  });
}

/** Joins what Unicode cut too early. Pieces keep their white space, so joining restores the text. */
function joinPieces(pieces: readonly string[]): string[] {
  const sentences: string[][] = [];
  let previous = '';
  for (const piece of pieces) {
    const current = sentences.at(-1);
    if (current === undefined) sentences.push([piece]);
    else {
      const kept = isUnfinished(previous) ? piece : (leadingCitations.exec(piece)?.[0] ?? '');
      current.push(kept);
      if (kept.length < piece.length) sentences.push([piece.slice(kept.length)]);
    }
    previous = piece;
  }
  return sentences.map((parts) => parts.join(''));
}

/** Ends in an abbreviation or an initial, or is only a list number. */
function isUnfinished(piece: string): boolean {
  if (/^\s*(?:\d{1,3}|[a-z])[.)]\s*$/iu.test(piece)) return true;
  const word = /(?:^|[\s(“"'])(?<word>[\p{L}.]+)\.\s*$/u.exec(piece)?.groups?.['word'];
  if (word === undefined) return false;
  return abbreviations.has(word.toLowerCase()) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word);
}
