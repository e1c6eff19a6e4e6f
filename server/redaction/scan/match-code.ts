import type { Candidate } from '../detector.ts';
import type { CodeRule } from '../rule.ts';
import {
  isHopeless,
  type Reading,
  type RulesHere,
  sortRules,
  type Trial,
  tryRules,
} from './check-candidate.ts';
import { type CodeCandidate, visitCodes } from './code-candidates.ts';
import { contextOf } from './context.ts';
import { Groupings } from './groupings.ts';

/** Runs the code rules over the pieces of letters and digits of a text. */
export type CodeMatcher = (reading: Reading, found: Candidate[]) => void;

export function createCodeMatcher(rules: readonly CodeRule[]): CodeMatcher {
  const groupings = new Groupings(rulesByGrouping(rules));
  return (reading, found) => {
    visitCodes(reading.text, groupings, (start, end, node) => {
      const here = groupings.at(node);
      if (here === undefined) return;
      const context = contextOf(reading.words, reading.text, start, end);
      if (!isHopeless(here, context, reading))
        tryRules(here, new WrittenCode(reading.text, start, end), context, reading, found);
    });
  };
}

function rulesByGrouping(rules: readonly CodeRule[]): ReadonlyMap<string, RulesHere<CodeRule>> {
  const byGrouping = new Map<string, CodeRule[]>();
  for (const rule of rules) {
    for (const grouping of new Set([...rule.lengths.map(String), ...rule.groupings])) {
      byGrouping.set(grouping, [...(byGrouping.get(grouping) ?? []), rule]);
    }
  }
  return new Map(Array.from(byGrouping, ([grouping, all]) => [grouping, sortRules(all)]));
}

/** A code where it stands. */
class WrittenCode implements CodeCandidate, Trial<CodeRule> {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly #upper: string;
  readonly #text: string;

  constructor(text: string, start: number, end: number) {
    this.start = start;
    this.end = end;
    this.#text = text;
    this.written = text.slice(start, end).replace(/[ \-./]/g, '');
    this.#upper = this.written.toUpperCase();
  }

  get grouping(): string {
    const written = this.#text.slice(this.start, this.end);
    return written
      .split(/[ \-./]/)
      .map((piece) => piece.length)
      .join('-');
  }

  fits(rule: CodeRule): boolean {
    return rule.shape.test(this.#asReadBy(rule));
  }

  passes(rule: CodeRule): boolean {
    return rule.accept === undefined || rule.accept(this.#asReadBy(rule), this);
  }

  isAlone(): boolean {
    return !isGlue(this.#text.charAt(this.start - 1)) && !isGlue(this.#text.charAt(this.end));
  }

  #asReadBy({ caseSensitive }: CodeRule): string {
    return caseSensitive === true ? this.written : this.#upper;
  }
}

/** What makes the piece a part of an identifier or an address of the net. */
function isGlue(character: string): boolean {
  return character === '_' || character === '@' || character === '%';
}
