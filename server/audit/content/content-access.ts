import { type Actor, actorOf } from '../../domain/principal.ts';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../util/clock.ts';
import type { LogParts } from '../open-parts.ts';
import { readCopy } from '../read-copy.ts';
import type { Content } from './content.ts';
import { type Erasure, eraseContents, finishErasures } from './erase-contents.ts';
import { findEntries, type Subject } from './find-entries.ts';
import { activeHolds, type Hold, type HoldScope } from './holds.ts';
import { keptError, whatKeeps } from './may-erase.ts';
import { createTurns } from '../../util/turns.ts';

export type { Content } from './content.ts';
export type { Erasure } from './erase-contents.ts';
export type { Subject } from './find-entries.ts';
export type { Hold, HoldScope } from './holds.ts';

/** Two people: who asked for it, and who agreed. */
export interface ByTwo {
  readonly actor: Actor;
  readonly approver: Actor;
  /** Id of the request in which they did. */
  readonly request: string;
}

/** What entries are about, for those whom two people let see or erase it. */
export interface ContentAccess {
  /** Numbers of the entries whose content is about somebody, ascending. */
  find(subject: Subject): Promise<number[]>;
  /**
   * Records who is shown the content of an entry, then opens it and holds it against the entry.
   * @throws AppError ERR_NOT_FOUND when it has none, or it was erased; ERR_AUDIT_INVALID when it was changed
   */
  open(seq: number, by: ByTwo): Promise<Content>;
  /**
   * Erases what is about somebody, for good, and records it. `basis` is the ground in law, as a short code.
   * @throws AppError ERR_AUDIT_RETAINED, which is recorded, when a hold or a term keeps any of it; ERR_AUDIT_UNAVAILABLE
   */
  erase(subject: Subject, order: ByTwo & { readonly basis: string }): Promise<Erasure>;
  /** Holds in force, oldest first. */
  holds(): Promise<Hold[]>;
  /** Keeps what is in scope from being erased or pruned. `hold` is the id of the new hold. */
  hold(hold: string, scope: HoldScope, by: ByTwo): Promise<void>;
  /** @throws AppError ERR_NOT_FOUND when there is no such hold in force */
  clearHold(hold: string, by: ByTwo): Promise<void>;
}

export interface ContentAccessOptions {
  /** The log's database file. */
  readonly path: string;
  readonly clock: Clock;
  /** Days for which contents must be kept; none when absent. */
  readonly contentTermDays?: number;
}

const DAY_MS = 86_400_000;

export function createContentAccess(
  { path, clock, contentTermDays }: ContentAccessOptions,
  { contents, append, appendAll }: Pick<LogParts, 'contents' | 'append' | 'appendAll'>,
): ContentAccess {
  /** Two erasures at once would each begin the same epoch, and a hold must not come between a look and an erasure. */
  const exclusively = createTurns();
  const keepUntil = (): string | undefined =>
    contentTermDays === undefined
      ? undefined
      : new Date(clock.now().getTime() - contentTermDays * DAY_MS).toISOString();
  const holds = (): Promise<Hold[]> => readCopy(path, activeHolds);

  const erase: ContentAccess['erase'] = async (subject, { basis, ...by }) => {
    // One that failed before may have reached the log.
    await finishErasures(path, contents);
    const seqs = await findEntries(path, contents, subject);
    const kept = await readCopy(path, (db) => whatKeeps(db, seqs, keepUntil()));
    if (kept === undefined)
      return eraseContents({ path, contents, appendAll }, seqs, { ...byTwo(by), basis });
    await append({ type: 'content.kept', ...byTwo(by), ...kept });
    throw keptError(kept);
  };

  return {
    find: (subject) => findEntries(path, contents, subject),
    async open(seq, by) {
      await append({ type: 'content.opened', ...byTwo(by), entry: seq });
      return contents.read(seq);
    },
    erase: (subject, order) => exclusively(() => erase(subject, order)),
    holds,
    hold: (hold, scope, by) =>
      exclusively(async () => {
        await append({ type: 'hold.set', ...byTwo(by), hold, scope });
      }),
    clearHold: (hold, by) =>
      exclusively(async () => {
        if (!(await holds()).some(({ id }) => id === hold))
          throw new AppError('ERR_NOT_FOUND', 'There is no such hold in force.', { status: 404 });
        await append({ type: 'hold.cleared', ...byTwo(by), hold });
      }),
  };
}

interface RecordedTwo extends ByTwo {
  readonly actor: ReturnType<typeof actorOf>;
  readonly approver: ReturnType<typeof actorOf>;
}

function byTwo({ actor, approver, request }: ByTwo): RecordedTwo {
  return { actor: actorOf(actor), approver: actorOf(approver), request };
}
