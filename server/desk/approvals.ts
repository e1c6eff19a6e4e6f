import type { AuditLog } from '../audit/audit-log.ts';
import type { ByTwo, Content, Subject } from '../audit/content/content-access.ts';
import type { Actor } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import type { Approval, ApprovalAbout, ApprovalPage } from './approval.ts';
import type { ApprovalStore } from './approval-store.ts';

/** What takes two people: one asks with a reason, another one decides, and both are in the audit log. */
export interface Approvals {
  /**
   * @param reason with types in place of values
   * @param terms by which the person is found whom an erasure without `actor` is about
   */
  ask(actor: Actor, about: ApprovalAbout, reason: string, terms?: readonly string[]): Promise<Approval>;
  /**
   * Agrees to what somebody else asked, and carries it out, but for a reveal, which the asker then does.
   * @throws AppError ERR_POLICY_DENIED for one's own request; ERR_APPROVAL_STATE when it is decided or its time is over;
   * ERR_AUDIT_RETAINED when a hold or a term keeps what should be erased
   */
  grant(actor: Actor, id: string): Promise<Approval>;
  /** @throws AppError ERR_APPROVAL_STATE; the asker may refuse as well, which takes the request back */
  refuse(actor: Actor, id: string): Promise<Approval>;
  /** The content of the entry that a granted request is about, for who asked. Each look is in the log. @throws AppError */
  reveal(actor: Actor, id: string): Promise<{ readonly entry: number; readonly content: Content }>;
  page(limit: number, after?: TimeCursor): Promise<ApprovalPage>;
  /** @throws AppError ERR_NOT_FOUND */
  get(id: string): Promise<Approval>;
  /** Forgets what requests whose time is over were about. */
  sweep(): Promise<void>;
}

export interface ApprovalsDeps {
  readonly store: ApprovalStore;
  readonly audit: Pick<AuditLog, 'recordEvent' | 'contents'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

const HOUR_MS = 3_600_000;
/** For somebody to decide, and then for the asker to look. */
const DECIDE_MS = 7 * 24 * HOUR_MS;
const LOOK_MS = 24 * HOUR_MS;

export function createApprovals({ store, audit, clock, random }: ApprovalsDeps): Approvals {
  const inFuture = (ms: number): string => new Date(clock.now().getTime() + ms).toISOString();

  const grant: Approvals['grant'] = async (actor, id) => {
    const asked = await store.get(id);
    if (asked.askedBy === actor.id) throw ownRequest();
    const decided = { decidedBy: actor.id, decidedAt: clock.now().toISOString() };
    const granted = { ...decided, state: 'granted', expiresAt: inFuture(LOOK_MS) } as const;
    if (!(await store.move(id, 'open', granted))) throw notOpen();
    try {
      await audit.recordEvent({ type: 'approval.granted', actor, request: id });
    } catch (error) {
      // Nothing is granted that the log does not have.
      await store.move(id, 'granted', { state: 'open', expiresAt: asked.expiresAt });
      throw error;
    }
    if (asked.about.kind !== 'reveal') await carryOut(asked, { ...byTwo(asked, actor.id) });
    return store.get(id);
  };

  const carryOut = async ({ id, about }: Approval, by: ByTwo): Promise<void> => {
    try {
      await perform(audit.contents, about, by, await store.terms(id));
    } catch (error) {
      await store.move(id, 'granted', { state: 'failed' });
      throw error;
    }
    await store.move(id, 'granted', { state: 'done' });
  };

  return {
    async ask(actor, about, reason, terms) {
      const id = randomId('req', random);
      await audit.recordEvent({ type: 'approval.requested', actor, request: id, kind: about.kind, reason });
      const askedAt = clock.now().toISOString();
      const approval = { id, about, reason, askedBy: actor.id, askedAt, expiresAt: inFuture(DECIDE_MS) };
      const asked: Approval = { ...approval, state: 'open' };
      await store.insert(asked, terms);
      return asked;
    },
    grant,
    async refuse(actor, id) {
      const decided = { decidedBy: actor.id, decidedAt: clock.now().toISOString() };
      await store.get(id);
      if (!(await store.move(id, 'open', { ...decided, state: 'refused' }))) throw notOpen();
      await audit.recordEvent({ type: 'approval.refused', actor, request: id });
      return store.get(id);
    },
    async reveal(actor, id) {
      const approval = await store.get(id);
      const { about, state, decidedBy, askedBy } = approval;
      if (askedBy !== actor.id || about.kind !== 'reveal')
        throw new AppError('ERR_NOT_FOUND', 'There is no such request of yours.', { status: 404 });
      if (state !== 'granted' || decidedBy === undefined) throw notGranted();
      const content = await audit.contents.open(about.entry, byTwo(approval, decidedBy));
      return { entry: about.entry, content };
    },
    page: (limit, after) => store.page(limit, after),
    get: (id) => store.get(id),
    sweep: () => store.sweep(),
  };
}

/** Only people ask and decide: policy keeps keys away. */
function byTwo({ id, askedBy }: Approval, decidedBy: string): ByTwo {
  return {
    actor: { kind: 'user', id: askedBy },
    approver: { kind: 'user', id: decidedBy },
    request: id,
  };
}

async function perform(
  contents: AuditLog['contents'],
  about: ApprovalAbout,
  by: ByTwo,
  terms: readonly string[],
): Promise<void> {
  switch (about.kind) {
    case 'reveal':
      return;
    case 'erasure': {
      const { actor, basis } = about;
      const subject: Subject = actor === undefined ? { kind: 'named', terms } : { kind: 'actor', id: actor };
      await contents.erase(subject, { ...by, basis });
      return;
    }
    case 'hold':
      return contents.hold(by.request, about.scope, by);
    case 'release':
      return contents.clearHold(about.hold, by);
    default:
      return about satisfies never;
  }
}

function ownRequest(): AppError {
  return new AppError('ERR_POLICY_DENIED', 'This takes a second person: somebody else must decide.', {
    status: 403,
    reason: 'own-request',
  });
}

function notOpen(): AppError {
  return new AppError('ERR_APPROVAL_STATE', 'The request is decided, or its time is over.', { status: 409 });
}

function notGranted(): AppError {
  return new AppError('ERR_APPROVAL_STATE', 'Nobody has agreed to the request, or its time is over.', {
    status: 409,
  });
}
