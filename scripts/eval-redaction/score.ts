import type { Finding } from '../../server/domain/masked.ts';
import { type GoldSpan, isCovered } from './data-sets.ts';

/** Leak recall: every letter and digit of the value is masked, whatever the type. Strict: same type and same ends. */
export interface Score {
  addGold(span: GoldSpan, findings: readonly Finding[], text: string): void;
  /** A finding that is no gold span. */
  addWrong(): void;
  addScore(other: Score): void;
  readonly totals: {
    readonly gold: number;
    readonly covered: number;
    readonly exact: number;
    readonly wrong: number;
  };
  format(group: string): string;
}

export function createScore(): Score {
  let gold = 0;
  let covered = 0;
  let exact = 0;
  let wrong = 0;
  return {
    addGold(span, findings, text) {
      gold += 1;
      if (isCovered(span, findings, text)) covered += 1;
      const hit = findings.some(
        ({ type, start, end }) => span.types.includes(type) && start === span.start && end === span.end,
      );
      if (hit) exact += 1;
    },
    addWrong() {
      wrong += 1;
    },
    addScore(other) {
      gold += other.totals.gold;
      covered += other.totals.covered;
      exact += other.totals.exact;
      wrong += other.totals.wrong;
    },
    get totals() {
      return { gold, covered, exact, wrong };
    },
    format(group) {
      const precision = exact / Math.max(1, exact + wrong);
      const recall = exact / Math.max(1, gold);
      const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
      const figures = [covered / Math.max(1, gold), precision, recall, f1].map((value) => value.toFixed(3));
      return `${group.padEnd(24)} ${String(gold).padStart(4)}  ${figures.map((value) => value.padStart(9)).join(' ')}`;
    },
  };
}
