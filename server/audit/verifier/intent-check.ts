import type { Leaf } from '../leaf.ts';
import type { ProblemList } from './verify-report.ts';

/** Checks that every intent is closed once, by an outcome of its own exchange. Keeps the open intents in memory. */
export interface IntentCheck {
  take(leaf: Leaf): void;
  /** Call it after the last entry, with the run that may still have open intents. */
  end(boot: string | undefined): void;
}

interface OpenIntent {
  readonly boot: string;
  readonly exchange: string;
}

export function createIntentCheck(problems: ProblemList): IntentCheck {
  const intents = new Map<number, OpenIntent>();
  return {
    take(leaf) {
      if (leaf.type === 'exchange.intended') {
        intents.set(leaf.seq, { boot: leaf.boot, exchange: leaf.exchange });
      }
      if (!('outcome_of' in leaf)) return;
      if (intents.get(leaf.outcome_of)?.exchange !== leaf.exchange) {
        problems.add('entry', leaf.seq, leaf.seq, 'it closes no open intent of its exchange');
      }
      intents.delete(leaf.outcome_of);
    },
    end(current) {
      for (const [seq, { boot }] of intents) {
        if (boot !== current) problems.add('entry', seq, seq, 'the intent was never closed');
      }
    },
  };
}
