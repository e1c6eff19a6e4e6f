import { type Actor, actorOf } from '../../domain/principal.ts';
import type { LogParts } from '../open-parts.ts';
import type { Content } from './content.ts';
import { type Erasure, eraseContents, finishErasures } from './erase-contents.ts';
import { findEntries, type Subject } from './find-entries.ts';

export type { Content } from './content.ts';
export type { Erasure } from './erase-contents.ts';
export type { Subject } from './find-entries.ts';

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
   * @throws AppError ERR_AUDIT_UNAVAILABLE
   */
  erase(subject: Subject, order: ByTwo & { readonly basis: string }): Promise<Erasure>;
}

export function createContentAccess(
  path: string,
  { contents, append, appendAll }: Pick<LogParts, 'contents' | 'append' | 'appendAll'>,
): ContentAccess {
  let queue: Promise<unknown> = Promise.resolve();
  /** Two erasures at once would each begin the same epoch. */
  const exclusively = <T>(run: () => Promise<T>): Promise<T> => {
    const next = queue.then(run);
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    find: (subject) => findEntries(path, contents, subject),
    async open(seq, by) {
      await append({ type: 'content.opened', ...byTwo(by), entry: seq });
      return contents.read(seq);
    },
    erase: (subject, { basis, ...by }) =>
      exclusively(async () => {
        // One that failed before may have reached the log.
        await finishErasures(path, contents);
        const seqs = await findEntries(path, contents, subject);
        return eraseContents({ path, contents, appendAll }, seqs, { ...byTwo(by), basis });
      }),
  };
}

function byTwo({
  actor,
  approver,
  request,
}: ByTwo): ByTwo & { actor: ReturnType<typeof actorOf>; approver: ReturnType<typeof actorOf> } {
  return { actor: actorOf(actor), approver: actorOf(approver), request };
}
