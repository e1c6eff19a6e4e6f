import type { AppDatabase } from '../db/database.ts';
import type { Decision } from '../domain/exchange.ts';
import type { Language } from '../domain/language.ts';
import type { MaskedCounts } from '../domain/masked.ts';
import type { Clock } from '../util/clock.ts';
import { randomId, type RandomBytes } from '../util/random.ts';

/** What is kept of an exchange for the figures: not whose it was, and nothing that was said. */
export interface ExchangeFact {
  /** Id of the catalogue; undefined when it ended before a model was chosen. */
  readonly model: string | undefined;
  /** Undefined when it failed. */
  readonly decision: Decision | undefined;
  /** Error code of one that failed. */
  readonly code?: string;
  readonly language: Language;
  /** From the question to its end, in milliseconds. */
  readonly ms: number;
  /** Undefined when it failed. */
  readonly maskProfile?: string;
  readonly masked: MaskedCounts;
}

export type Rating = 'up' | 'down';

/** Keeps figures for as long as they are useful. */
export interface ExchangeFacts {
  record(fact: ExchangeFact): Promise<void>;
  /** Undefined takes a rating back. */
  rate(turn: string, rating: Rating | undefined): Promise<void>;
  /** Forgets what is older than the figures are kept. */
  sweep(): Promise<void>;
}

/** A year and a month, so that a month can be held against that of the year before. */
export const KEPT_DAYS = 400;
const DAY_MS = 86_400_000;

export function createExchangeFacts({
  db,
  clock,
  random,
}: {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
}): ExchangeFacts {
  return {
    async record({ model, decision, code, language, ms, maskProfile, masked }) {
      const id = randomId('fact', random);
      const at = clock.now().toISOString();
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('exchange_facts')
          .values({
            id,
            at,
            model: model ?? null,
            decision: decision ?? null,
            code: code ?? null,
            language,
            ms: Math.round(ms),
            mask_profile: maskProfile ?? null,
          })
          .execute();
        const counts = Object.entries(masked).map(([type, count]) => ({ fact_id: id, at, type, count }));
        if (counts.length > 0) await transaction.insertInto('masked_facts').values(counts).execute();
      });
    },
    async rate(turn, rating) {
      await db.deleteFrom('rating_facts').where('turn_id', '=', turn).execute();
      if (rating === undefined) return;
      const at = clock.now().toISOString();
      await db.insertInto('rating_facts').values({ turn_id: turn, at, rating }).execute();
    },
    async sweep() {
      const end = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS).toISOString();
      await db.deleteFrom('masked_facts').where('at', '<', end).execute();
      await db.deleteFrom('exchange_facts').where('at', '<', end).execute();
      await db.deleteFrom('rating_facts').where('at', '<', end).execute();
    },
  };
}
