import type { AuditLog } from '../audit/audit-log.ts';
import type { Actor } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Faq, FaqContents, FaqEntry, FaqVersion } from '../knowledge/faq/faq.ts';
import type { Dismissal, Gap, Gaps } from '../knowledge/gaps/gaps.ts';

export interface FaqDeskDeps {
  readonly faq: Faq;
  readonly gaps: Gaps;
  readonly audit: Pick<AuditLog, 'recordEvent'>;
}

/**
 * Changes of FAQ entries and gaps, each with its entry in the audit log, and the two kept in step: a gap waits while an answer
 * to it is written, closes when that is approved, and opens again when it is taken back. Whoever calls has decided that this
 * actor may.
 */
export interface FaqDesk {
  create(
    actor: Actor,
    entry: { readonly collection: string; readonly contents: FaqContents },
  ): Promise<FaqEntry>;
  edit(actor: Actor, id: string, contents: FaqContents): Promise<FaqEntry>;
  submit(actor: Actor, id: string): Promise<FaqEntry>;
  sendBack(actor: Actor, id: string, note: string): Promise<FaqEntry>;
  discard(actor: Actor, id: string): Promise<FaqEntry | undefined>;
  approve(actor: Actor, id: string, digest: string): Promise<FaqEntry>;
  retire(actor: Actor, id: string): Promise<FaqEntry>;
  /** Writes an answer to a gap: a draft that waits for approval like any other. */
  answerGap(
    actor: Actor,
    gap: Gap,
    entry: { readonly collection: string; readonly contents: FaqContents },
  ): Promise<FaqEntry>;
  dismiss(actor: Actor, gap: string, reason: Dismissal): Promise<Gap>;
  reopen(actor: Actor, gap: string): Promise<Gap>;
}

export function createFaqDesk({ faq, gaps, audit }: FaqDeskDeps): FaqDesk {
  const create = async (
    actor: Actor,
    { collection, contents }: { readonly collection: string; readonly contents: FaqContents },
    gap?: string,
  ): Promise<FaqEntry> => {
    const entry = await faq.create({ collection, contents, author: actor.id, gap });
    await audit.recordEvent({ type: 'faq.drafted', ...about(actor, entry, entry.draft) });
    return entry;
  };
  return {
    create: (actor, entry) => create(actor, entry),
    async edit(actor, id, contents) {
      const entry = await faq.edit(id, actor.id, contents);
      await audit.recordEvent({ type: 'faq.drafted', ...about(actor, entry, entry.draft) });
      return entry;
    },
    async submit(actor, id) {
      const entry = await faq.submit(id);
      await audit.recordEvent({ type: 'faq.submitted', ...about(actor, entry, entry.draft) });
      return entry;
    },
    async sendBack(actor, id, note) {
      const entry = await faq.sendBack(id, note);
      await audit.recordEvent({ type: 'faq.returned', ...about(actor, entry, entry.draft) });
      return entry;
    },
    async discard(actor, id) {
      const before = await faq.entry(id);
      await audit.recordEvent({ type: 'faq.discarded', ...about(actor, before, before.draft) });
      const left = await faq.discard(id);
      if (left?.live === undefined) await moveGap(gaps, before, 'open');
      return left;
    },
    async approve(actor, id, digest) {
      const before = await faq.entry(id);
      // Before it answers: an approval that the log cannot hold is none.
      await audit.recordEvent({ type: 'faq.approved', ...about(actor, before, before.draft), digest });
      const entry = await faq.approve(id, { approver: actor.id, digest });
      await moveGap(gaps, entry, 'answered');
      return entry;
    },
    async retire(actor, id) {
      const before = await faq.entry(id);
      await audit.recordEvent({ type: 'faq.retired', ...about(actor, before, before.live) });
      const entry = await faq.retire(id);
      await moveGap(gaps, entry, entry.draft === undefined ? 'open' : 'drafted');
      return entry;
    },
    async answerGap(actor, gap, entry) {
      const created = await create(actor, entry, gap.id);
      await gaps.move(gap.id, 'drafted');
      await audit.recordEvent({ type: 'gap.drafted', actor, gap: gap.id, entry: created.id });
      return created;
    },
    async dismiss(actor, gap, reason) {
      await audit.recordEvent({ type: 'gap.dismissed', actor, gap, reason });
      return gaps.dismiss(gap, reason);
    },
    async reopen(actor, gap) {
      await audit.recordEvent({ type: 'gap.reopened', actor, gap });
      return gaps.move(gap, 'open');
    },
  };
}

/** The gap may be gone by now: gaps are not kept for ever. */
async function moveGap(
  gaps: Gaps,
  { gap }: Pick<FaqEntry, 'gap'>,
  state: 'open' | 'drafted' | 'answered',
): Promise<void> {
  if (gap === undefined) return;
  try {
    await gaps.move(gap, state);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'ERR_NOT_FOUND')) throw error;
  }
}

function about(
  actor: Actor,
  { id, collection }: FaqEntry,
  version: FaqVersion | undefined,
): { actor: Actor; collection: string; entry: string; revision: number } {
  return { actor, collection, entry: id, revision: version?.version ?? 0 };
}
