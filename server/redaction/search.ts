import type { Finding } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import type { Candidate, Detector } from './detector.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { LITERAL_LABEL } from './entity-catalog.ts';
import type { KnownValues } from './known-values.ts';
import { findAcrossSeams } from './find-across-seams.ts';
import type { Recognised } from './name-reading.ts';
import { mergeByEffect } from './merge-by-effect.ts';
import type { Span } from './rule.ts';
import { createTextView, type TextView } from './text-view.ts';

/** Not an entity: text that looks like a placeholder and must come back as it was. */
const LITERAL = '!LITERAL';

/** A span of the original text that must be replaced. */
export interface SearchResult {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** Absent for text that only looks like a placeholder. */
  readonly finding?: Finding;
}

/**
 * Finds what must be replaced: disjoint spans in the order of the text. What it finds becomes known, and what is
 * known is found again.
 */
export type Search = (text: string, aim: SearchAim) => readonly SearchResult[];

export interface SearchAim {
  readonly known: KnownValues;
  /** Whether values of the type stay in the text as they are. */
  readonly passes: (type: string) => boolean;
  /** What operators put into the text earlier, in order. */
  readonly own: (text: string) => readonly Span[];
  /** Offsets of line breaks that only join the parts of a message, ascending. */
  readonly seams: readonly number[];
  /** What models found in the texts that are searched. */
  readonly recognised: Recognised;
}

export interface SearchOptions {
  readonly catalog: EntityCatalog;
  readonly detectors: readonly Detector[];
  /** Ids of the types that the profile masks. */
  readonly types: ReadonlySet<string>;
  /** Ids of rules that the profile switches off. */
  readonly disabledRules: ReadonlySet<string>;
  /** Characters. */
  readonly maxLength: number;
  /** Milliseconds for one text. Looked at between detectors: none of them is cut short. */
  readonly deadlineMs: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/**
 * @throws AppError ERR_REQUEST_TOO_LARGE (413) over the length limit, ERR_REDACTION_FAILED (503) when a detector
 * throws or the deadline is over: no text passes that was not searched to its end and in time.
 */
export function createSearch(options: SearchOptions): Search {
  const { catalog, detectors, types, disabledRules, maxLength, deadlineMs, now } = options;

  function findIn(
    text: string,
    { known, recognised }: SearchAim,
    assertInTime: () => void,
  ): readonly Candidate[] {
    const view = createTextView(text);
    const byModels = recognised(view.text).filter(({ type }) => types.has(type));
    const all = [...detectAll(detectors, view, types, assertInTime), ...byModels];
    const found = disabledRules.size === 0 ? all : all.filter(({ rule }) => !disabledRules.has(rule));
    for (const { type, start, end } of found) known.learn(catalog.type(type), view.text.slice(start, end));
    const candidates = [...found, ...known.find(view.text)];
    return view.isWhole ? candidates : candidates.map((candidate) => toOriginal(candidate, view));
  }

  return (text, aim) => {
    const { passes, own, seams } = aim;
    const deadline = now() + deadlineMs;
    const assertInTime = (): void => {
      if (now() > deadline) throw tooSlow(deadlineMs);
    };
    if (text.length > maxLength) {
      throw new AppError('ERR_REQUEST_TOO_LARGE', `A text may have at most ${maxLength} characters.`, {
        status: 413,
      });
    }
    const across = findAcrossSeams(text, seams, (joined) => findIn(joined, aim, assertInTime));
    const candidates = [...findIn(text, aim, assertInTime), ...across, ...listLookAlikes(catalog, text)];
    const spans = mergeByEffect(candidates, {
      tierOf: (type) => (type === LITERAL ? 'attribute' : catalog.type(type).tier),
      passes: (type) => type !== LITERAL && passes(type),
      own: own(text),
    });
    assertInTime();
    return spans.map((span) => toResult(span, catalog));
  };
}

function detectAll(
  detectors: readonly Detector[],
  view: TextView,
  types: ReadonlySet<string>,
  assertInTime: () => void,
): readonly Candidate[] {
  return detectors.flatMap((detector) => {
    assertInTime();
    try {
      return detector.detect(view, types);
    } catch {
      // The cause is left out on purpose: a detector's message may hold the text it failed on.
      throw new AppError('ERR_REDACTION_FAILED', `The detector ${detector.id} failed; nothing was sent on.`, {
        status: 503,
      });
    }
  });
}

function tooSlow(deadlineMs: number): AppError {
  return new AppError(
    'ERR_REDACTION_FAILED',
    `Masking a text took longer than ${deadlineMs} ms; nothing was sent on. Send it in smaller parts, or try again later.`,
    { status: 503 },
  );
}

function toOriginal(candidate: Candidate, view: TextView): Candidate {
  const text = view.original;
  const start = view.startOf(candidate.start);
  const end = view.endOf(candidate.end);
  const { announcedBy } = candidate;
  return {
    ...candidate,
    start: splitsPair(text, start) ? start - 1 : start,
    end: splitsPair(text, end) ? end + 1 : end,
    ...(announcedBy === undefined
      ? {}
      : { announcedBy: { start: view.startOf(announcedBy.start), end: view.endOf(announcedBy.end) } }),
  };
}

/** Whether a cut at `index` would part the two halves of a surrogate pair. */
function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function listLookAlikes(catalog: EntityCatalog, text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  const { grammar } = catalog;
  for (let index = grammar.nextBegin(text, 0); index >= 0;) {
    const scan = grammar.scan(text, index);
    if (scan.kind === 'shape')
      found.push({ type: LITERAL, rule: LITERAL, start: index, end: scan.end, score: 1 });
    index = grammar.nextBegin(text, scan.kind === 'shape' ? scan.end : index + 1);
  }
  return found;
}

function toResult(span: Candidate, catalog: EntityCatalog): SearchResult {
  const { start, end, type } = span;
  if (type === LITERAL) return { start, end, label: LITERAL_LABEL };
  const { score, rule, announcedBy, unverified, encoded } = span;
  const finding: Writable<Finding> = { type, start, end, score: hundredths(score), rule };
  if (announcedBy !== undefined) finding.announcedBy = announcedBy;
  if (unverified !== undefined) finding.unverified = unverified;
  if (encoded !== undefined) finding.encoded = encoded;
  return { start, end, label: catalog.type(type).label, finding };
}

/** While it is put together: a finding may be one of a hundred thousand. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Scores are sums of hundredths, and 0.89 + 0.05 is a little less than 0.94. */
function hundredths(score: number): number {
  return Math.round(score * 100) / 100;
}
