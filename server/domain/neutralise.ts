import { placeholderSource } from './placeholder.ts';

/**
 * Text of a document as a quotation that cannot act: a model reads no role, source or instruction boundary in it, and
 * a reader's program makes no link or image of it. Words, numbers and placeholders stay. All input is hostile.
 * The stored text is not changed: citations quote that.
 */
export function neutralise(text: string): string {
  const unfenced = withoutHidden(text).replaceAll(FENCE.open, '〔').replaceAll(FENCE.close, '〕');
  return withoutTargets(unfenced)
    .replaceAll(scheme, '')
    .replaceAll(codeScheme, '$<name> ')
    .replaceAll(forgedCitation, '($<number>)')
    .replaceAll(bracketToken, '($<name>)')
    .replaceAll('<<', '‹‹')
    .replaceAll('>>', '››')
    .replaceAll(tag, '‹$<inner>›')
    .replaceAll(openTag, '‹');
}

/** A model's own text with its citations, in which nothing leads or loads from outside. */
export function withoutLinks(text: string): string {
  return withoutTargets(withoutHidden(text))
    .replaceAll(scheme, '')
    .replaceAll(codeScheme, '$<name> ')
    .replaceAll(tag, '‹$<inner>›')
    .replaceAll(openTag, '‹');
}

/** What a quotation stands between in a prompt. `neutralise` takes both out of it, so it cannot end itself. */
export const FENCE = { open: '⟦', close: '⟧' } as const;

/**
 * Controls other than tab and line feed; format characters (bidirectional marks, zero-width characters, Unicode tags,
 * general category Cf); and what is ignorable by default (variation selectors, fillers): text that people do not see.
 */
const hidden = /(?![\t\n])\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;

function withoutHidden(text: string): string {
  return text.replaceAll(/\r\n?|\u0085|\u2028|\u2029/gu, '\n').replaceAll(hidden, '');
}

/** The label may hold placeholders, which stand in brackets themselves. */
const label = String.raw`(?:${placeholderSource}|[^\[\]\n])*`;
const target = String.raw`\(\s*(?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)`;
const wholePlaceholder = new RegExp(`^${placeholderSource}$`, 'u');
/** `![alt](target)` and `[text](target)` of CommonMark. */
const inlineLink = new RegExp(String.raw`!?\[(?<label>${label})\]${target}`, 'gu');

/** Links and images lose where they lead. A placeholder with a remark in parentheses behind it is no link. */
function withoutTargets(text: string): string {
  const plain = text.replaceAll(inlineLink, (whole: string, words: string) => {
    const own = `[${words}]`;
    if (!wholePlaceholder.test(own)) return ` ${words} `;
    return /[:/]/u.test(whole.slice(own.length)) ? own : whole;
  });
  // What is left was nested; with a space between its parts it is no link.
  return plain.replaceAll(/\](?=\()/gu, (mark, at: number) => (endsInPlaceholder(plain, at) ? mark : '] '));
}

function endsInPlaceholder(text: string, bracket: number): boolean {
  return wholePlaceholder.test(text.slice(text.lastIndexOf('[', bracket), bracket + 1));
}

/** `https://`, also in full-width characters: without it nothing is linked automatically. */
const scheme = /[a-z][a-z\d+.-]{0,20}[:：]\s?(?:\/|／|\\){2,}/giu;
const codeScheme =
  /(?<![\p{L}\p{N}])(?<name>javascript|vbscript|data(?=\s*[:：]\s*(?:image|text|application)\/))\s*[:：]\s*(?=\S)/giu;
/** `[1]` belongs to the answer alone; full-width forms become ASCII in some tokenizers. */
const forgedCitation = /[[［【]\s*(?<number>\p{Nd}{1,3})\s*[\]］】]/gu;
/** Turn and tool markers in square brackets: Llama 2, Mistral. */
const bracketToken =
  /[[［]\s*(?<name>\/?\s*(?:INST|SYS|SYSTEM_PROMPT|TOOL_CALLS|TOOL_RESULTS|AVAILABLE_TOOLS|IMG|PREFIX|SUFFIX|MIDDLE))\s*[\]］]/giu;
/** Angle brackets of tags and of markers such as `<|im_start|>`, `<s>`, `<think>`; a comparison `a < 5` keeps its own. */
const tagStart = String.raw`[<＜](?=[\s/／!?|｜]*[\p{L}|｜_/／!?\[])`;
const tag = new RegExp(String.raw`${tagStart}(?<inner>[^<>＜＞\n]{0,400})[>＞]`, 'gu');
const openTag = new RegExp(tagStart, 'gu');
