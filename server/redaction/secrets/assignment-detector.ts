import type { Candidate } from '../detector.ts';
import type { Scan } from '../rule.ts';
import { type AssignedValue, valueAfter, valueAfterHanzi } from './assigned-value.ts';
import { isSecretValue } from './secret-judgement.ts';
import { type SecretKind, secretKind } from './secret-name.ts';

/** A word that can be a part of such a name, wherever it stands in an identifier. */
const NAME_PART =
  /pass|pwd|psw|secret|token|cred|key|auth|salt|nonce|jwt|bearer|hmac|mdp|senha|contrase|wachtwoord|parola|haslo|kennwort|mima|\b(?:sk|ak|pw|sig)\b|密码|口令|密碼|密钥|秘钥|令牌|金鑰|密鑰/gi;
const LONGEST_NAME = 64;
const MOST_KNOWN_NAMES = 4096;
const MOST_LINE_BEFORE = 120;

/** Finds passwords and keys by the name that they are given to. Time linear in the text: names and values are bounded. */
export function createAssignmentDetector(): (
  scan: Scan,
  wanted: ReadonlySet<string>,
) => readonly Candidate[] {
  const kinds = new Map<string, SecretKind | undefined>();
  const kindOf = (name: string): SecretKind | undefined => {
    if (kinds.has(name)) return kinds.get(name);
    if (kinds.size >= MOST_KNOWN_NAMES) kinds.clear();
    const kind = secretKind(name);
    kinds.set(name, kind);
    return kind;
  };
  return ({ text }, wanted) => {
    if (!wanted.has('PASSWORD') && !wanted.has('GENERIC_API_KEY')) return [];
    const found: Candidate[] = [];
    NAME_PART.lastIndex = 0;
    for (let match = NAME_PART.exec(text); match !== null; match = NAME_PART.exec(text)) {
      const candidate = isHanzi(match[0])
        ? afterHanzi(text, match.index, match[0])
        : afterName(text, match.index, NAME_PART.lastIndex, kindOf);
      if (candidate === undefined) continue;
      NAME_PART.lastIndex = Math.max(NAME_PART.lastIndex, candidate.next);
      if (candidate.found !== undefined && wanted.has(candidate.found.type)) found.push(candidate.found);
    }
    return found;
  };
}

interface Tried {
  readonly found: Candidate | undefined;
  /** Where the search goes on. */
  readonly next: number;
}

function afterHanzi(text: string, start: number, word: string): Tried | undefined {
  const end = start + word.length;
  const kind = /[密口][码碼令]/.test(word) ? 'password' : 'key';
  const value = valueAfterHanzi(text, end);
  if (value === undefined) return undefined;
  const written = text.slice(value.start, value.end);
  const isSecret =
    (/\d/.test(written) || /[^\w.-]/.test(written.slice(1))) &&
    isSecretValue({ value: written, quoted: false, configured: true }, kind);
  return { found: isSecret ? toCandidate(value, kind, 'labelled', start, end) : undefined, next: end };
}

function afterName(
  text: string,
  at: number,
  partEnd: number,
  kindOf: (name: string) => SecretKind | undefined,
): Tried | undefined {
  const start = nameStart(text, at);
  const end = nameEnd(text, partEnd);
  const kind = kindOf(text.slice(start, end));
  if (kind === undefined) return { found: undefined, next: end };
  const value = valueAfter(text, start, end);
  if (value === undefined || !isReal(text, start, value, kind)) return { found: undefined, next: end };
  return { found: toCandidate(value, kind, value.assignment, start, end), next: value.end };
}

function isReal(text: string, nameAt: number, value: AssignedValue, kind: SecretKind): boolean {
  const { start, end, quoted, configured } = value;
  const written = text.slice(start, end);
  if (quoted && /^[+.,&|)\]\s]/.test(written)) return false;
  switch (value.assignment) {
    case 'assigned':
    case 'element':
    case 'attribute':
    case 'flag':
    case 'call':
    case 'pair':
      return isSecretValue(
        { value: written, quoted, configured: configured || value.assignment === 'flag' },
        kind,
      );
    case 'sentence':
      return looksMade(written) && isSecretValue({ value: written, quoted, configured: false }, kind);
    case 'spaced':
      if (!quoted && !isDirective(text, nameAt) && !looksStrong(written, kind)) return false;
      return isSecretValue({ value: written, quoted, configured: isDirective(text, nameAt) }, kind);
    default:
      return value.assignment satisfies never;
  }
}

/** What nobody writes as a word of a sentence. */
function looksMade(written: string): boolean {
  return /\d/.test(written) || /[!-&*-,/:-@[-`{-~]/.test(written.slice(1));
}

function looksStrong(written: string, kind: SecretKind): boolean {
  if (kind !== 'password') return written.length >= 16 && /\d/.test(written) && /[A-Za-z]/.test(written);
  return (
    written.length >= 6 && /\d/.test(written) && /[A-Za-z]/.test(written) && /[A-Z]|[^\w.-]/.test(written)
  );
}

/** Whether the line is one of a format that has no sign between name and value: `.netrc`, `#define`, `ENV`, `requirepass`. */
function isDirective(text: string, nameAt: number): boolean {
  const lead = text.slice(Math.max(0, nameAt - MOST_LINE_BEFORE), nameAt);
  const line = lead.slice(lead.lastIndexOf('\n') + 1);
  return (
    /^\s{0,8}(?:machine|default|login|#\s?define|ENV|setenv|username|enable|user)\b/.test(line) ||
    (line.trim() === '' &&
      /^\s{0,8}(?:requirepass|masterauth)/.test(text.slice(nameAt - line.length, nameAt + 20)))
  );
}

function toCandidate(
  value: AssignedValue,
  kind: SecretKind,
  way: string,
  from: number,
  to: number,
): Candidate {
  const isPassword = kind === 'password';
  return {
    type: isPassword ? 'PASSWORD' : 'GENERIC_API_KEY',
    rule: `${isPassword ? 'password' : 'key'}-${way}`,
    start: value.start,
    end: value.end,
    score: 0.85,
    announcedBy: { start: from, end: to },
  };
}

function nameStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && isNameUnit(text.charCodeAt(start - 1))) start -= 1;
  // Dashes before a flag are no part of its name.
  while (start < at && /[-.$]/.test(text.charAt(start))) start += 1;
  return start;
}

function nameEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < LONGEST_NAME && isNameUnit(text.charCodeAt(end))) end += 1;
  while (end > from && /[-.$]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function isNameUnit(unit: number): boolean {
  const letter = unit | 0x20;
  if ((letter >= 0x61 && letter <= 0x7a && unit < 0x80) || (unit >= 0x30 && unit <= 0x39)) return true;
  return unit === 0x5f || unit === 0x2d || unit === 0x2e || unit === 0x24;
}

function isHanzi(word: string): boolean {
  return word.charCodeAt(0) > 0x3000;
}
