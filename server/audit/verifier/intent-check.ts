import type { LeafFacts } from './leaf-facts.ts';
import type { ProblemList } from './verify-report.ts';

/** Checks that every intent is closed once, by an outcome of its own exchange. Keeps the open intents in memory. */
export interface IntentCheck {
  take(leaf: LeafFacts): void;
  /** Call it after the last entry, with the run that may still have open intents. */
  end(boot: string | undefined): void;
}

interface OpenIntent {
  readonly boot: string;
  readonly exchange: string | null;
}

export function createIntentCheck(problems: ProblemList): IntentCheck {
  const intents = new Map<number, OpenIntent>();
  return {
    take(leaf) {
      const { type, seq, boot, exchange, outcomeOf } = leaf;
      if (type === 'exchange.intended') intents.set(seq, { boot, exchange });
      if (outcomeOf === undefined) return;
      const intent = intents.get(outcomeOf);
      if (intent === undefined || intent.exchange !== exchange) {
        problems.add('entry', seq, seq, 'it closes no open intent of its exchange');
      }
      intents.delete(outcomeOf);
    },
    end(current) {
      for (const [seq, { boot }] of intents) {
        if (boot !== current) problems.add('entry', seq, seq, 'the intent was never closed');
      }
    },
  };
}
