import { z } from 'zod';
import { actor, count, entryFilters, hex64, instant, note, word, words, typeCounts } from './field.ts';

const faqVersion = { actor, collection: word, entry: word, revision: count };

/** Whatever is recorded besides exchanges: one closed shape for each type. */
export const eventBodies = [
  z.strictObject({ type: z.literal('audit.stopped') }),
  /** Nothing else was recorded for a minute. */
  z.strictObject({ type: z.literal('audit.heartbeat') }),
  /** The clock was moved: what it should have shown, and what it showed. */
  z.strictObject({ type: z.literal('clock.jumped'), before: instant, after: instant }),
  /** The first entry of a log that takes the place of another: its name, how many entries it had, and their root. */
  z.strictObject({
    type: z.literal('audit.restored'),
    previous: word,
    entries: count,
    root: word,
    reason: note,
  }),
  /**
   * From here on the log is signed with another key, and until then with the one before as well. Ids as in verifier keys;
   * `digest`: SHA-256 of the new verifier key, so that the old key vouches for it.
   */
  z.strictObject({
    type: z.literal('key.rotated'),
    actor,
    from: word,
    to: word,
    digest: hex64,
    until: instant,
  }),
  z.strictObject({
    type: z.literal('audit.read'),
    actor,
    after: count,
    limit: count,
    /** The last number looked at, when the newest came first. */
    before: count.exactOptional(),
    filters: entryFilters.exactOptional(),
  }),
  /** May page through every entry before this one that fits. */
  z.strictObject({ type: z.literal('audit.searched'), actor, filters: entryFilters }),
  /** Took a copy of every entry before this one that fits. */
  z.strictObject({
    type: z.literal('audit.exported'),
    actor,
    format: z.enum(['jsonl', 'ocsf', 'cef']),
    filters: entryFilters,
  }),
  /** Asked what the entries of a period show for a clause, or for all. */
  z.strictObject({
    type: z.literal('audit.reported'),
    actor,
    clause: word.exactOptional(),
    from: instant.exactOptional(),
    to: instant.exactOptional(),
  }),
  z.strictObject({ type: z.literal('audit.verified'), actor, exit: count }),
  z.strictObject({ type: z.literal('auth.signed-in'), user: word }),
  z.strictObject({ type: z.literal('auth.signed-out'), user: word }),
  z.strictObject({ type: z.literal('auth.failed'), code: word }),
  z.strictObject({ type: z.literal('change.requested'), actor, permission: word }),
  z.strictObject({ type: z.literal('user.created'), actor, user: word, roles: words }),
  z.strictObject({
    type: z.literal('user.updated'),
    actor,
    user: word,
    what: z.array(z.enum(['roles', 'password', 'disabled', 'enabled', 'name'])).min(1),
    /** All that the user has from now on, when they were changed. */
    roles: words.exactOptional(),
  }),
  /** `sessions`: how many ended. */
  z.strictObject({ type: z.literal('sessions.ended'), actor, user: word, sessions: count }),
  z.strictObject({ type: z.literal('api-key.created'), actor, key: word }),
  z.strictObject({ type: z.literal('api-key.revoked'), actor, key: word }),
  /** Values put back for tokens, by type; `unopened`: tokens that could not be read. Entries made before had neither. */
  z.strictObject({
    type: z.literal('redaction.opened'),
    actor,
    opened: typeCounts,
    unopened: count.exactOptional(),
    reason: note.exactOptional(),
  }),
  /** Somebody wants what takes a second person. What it is about stands in the entry that carries it out. */
  z.strictObject({
    type: z.literal('approval.requested'),
    actor,
    request: word,
    kind: z.enum(['reveal', 'erasure', 'hold', 'release']),
    reason: note,
  }),
  z.strictObject({ type: z.literal('approval.granted'), actor, request: word }),
  z.strictObject({ type: z.literal('approval.refused'), actor, request: word }),
  /** Took a copy of figures about masking. */
  z.strictObject({
    type: z.literal('statistics.exported'),
    actor,
    table: z.enum(['types', 'profiles', 'times']),
    rows: count,
  }),
  z.strictObject({ type: z.literal('policy.denied'), actor, permission: word, reasons: words }),
  z.strictObject({ type: z.literal('policy.loaded'), digest: hex64 }),
  z.strictObject({ type: z.literal('model.loaded'), model: word, files: z.record(word, hex64) }),
  z.strictObject({ type: z.literal('model.load-requested'), actor, model: word }),
  z.strictObject({ type: z.literal('model.load-failed'), model: word, code: word }),
  z.strictObject({ type: z.literal('model.unloaded'), actor, model: word }),
  /** `verified`: whether all files are those of the catalogue. */
  z.strictObject({ type: z.literal('model.verified'), actor, model: word, verified: z.boolean() }),
  z.strictObject({ type: z.literal('model.measured'), actor, model: word }),
  z.strictObject({
    type: z.literal('collection.created'),
    actor,
    collection: word,
    /** Absent in entries made before there was a choice. */
    masking: z.enum(['at-use', 'in-store']).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('collection.updated'),
    actor,
    collection: word,
    what: z.array(z.enum(['name', 'classification', 'readers'])).min(1),
    /** As they are from now on, when they were changed. */
    classification: word.exactOptional(),
    readers: words.exactOptional(),
  }),
  z.strictObject({ type: z.literal('collection.deleted'), actor, collection: word, documents: count }),
  z.strictObject({
    type: z.literal('knowledge.import-requested'),
    actor,
    collection: word,
    document: word,
  }),
  z.strictObject({
    type: z.literal('knowledge.imported'),
    actor,
    collection: word,
    document: word,
    chunks: count,
    /** Which version of the document; absent in entries made before documents had versions. */
    edition: count.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('document.updated'),
    actor,
    collection: word,
    document: word,
    what: z.array(z.enum(['title', 'classification', 'readers', 'owner', 'effectiveAt', 'expiresAt'])).min(1),
    /** As they are from now on, when they were changed; `collection`, `always` and `never` when they are gone. */
    classification: word.exactOptional(),
    readers: words.exactOptional(),
    effectiveAt: word.exactOptional(),
    expiresAt: word.exactOptional(),
  }),
  z.strictObject({ type: z.literal('knowledge.removed'), actor, collection: word, document: word }),
  z.strictObject({ type: z.literal('knowledge.downloaded'), actor, collection: word, document: word }),
  z.strictObject({
    type: z.literal('evaluation.set-added'),
    actor,
    collection: word,
    set: word,
    questions: count,
  }),
  z.strictObject({ type: z.literal('evaluation.set-removed'), actor, collection: word, set: word }),
  z.strictObject({
    type: z.literal('evaluation.ran'),
    actor,
    collection: word,
    run: word,
    questions: count,
  }),
  /** Support that an answer needs from now on, in thousandths; absent when it is the default again. */
  z.strictObject({
    type: z.literal('evaluation.threshold-set'),
    actor,
    collection: word,
    thousandths: count.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('source.created'),
    actor,
    source: word,
    collection: word,
    kind: z.enum(['folder', 'git', 's3', 'webdav', 'sitemap']),
  }),
  z.strictObject({
    type: z.literal('source.updated'),
    actor,
    source: word,
    what: z
      .array(z.enum(['name', 'settings', 'credentials', 'intervalSeconds', 'defaults', 'enabled']))
      .min(1),
  }),
  z.strictObject({
    type: z.literal('source.deleted'),
    actor,
    source: word,
    collection: word,
    documents: z.enum(['keep', 'remove']),
  }),
  /** `confirmedRemovals`: how many documents it may remove. */
  z.strictObject({ type: z.literal('source.run-requested'), actor, source: word, confirmedRemovals: count }),
  /** A run that changed something, or whose result is another than that of the one before. */
  z.strictObject({
    type: z.literal('source.synced'),
    actor,
    source: word,
    collection: word,
    added: count,
    changed: count,
    removed: count,
    failed: count,
    held: count,
  }),
  z.strictObject({ type: z.literal('source.failed'), actor, source: word, collection: word, code: word }),
  z.strictObject({ type: z.literal('faq.drafted'), ...faqVersion }),
  z.strictObject({ type: z.literal('faq.submitted'), ...faqVersion }),
  z.strictObject({ type: z.literal('faq.returned'), ...faqVersion }),
  z.strictObject({ type: z.literal('faq.discarded'), ...faqVersion }),
  /** `digest`: SHA-256 of what was approved. */
  z.strictObject({ type: z.literal('faq.approved'), ...faqVersion, digest: hex64 }),
  z.strictObject({ type: z.literal('faq.retired'), ...faqVersion }),
  z.strictObject({ type: z.literal('faq.exported'), actor, collection: word, entries: count }),
  /** An answer was written for it. */
  z.strictObject({ type: z.literal('gap.drafted'), actor, gap: word, entry: word }),
  z.strictObject({ type: z.literal('gap.dismissed'), actor, gap: word, reason: word }),
  z.strictObject({ type: z.literal('gap.reopened'), actor, gap: word }),
  z.strictObject({ type: z.literal('conversation.created'), actor, conversation: word }),
  z.strictObject({ type: z.literal('conversation.renamed'), actor, conversation: word }),
  z.strictObject({ type: z.literal('conversation.deleted'), actor, conversation: word }),
  z.strictObject({ type: z.literal('conversation.file-added'), actor, conversation: word, file: word }),
  z.strictObject({ type: z.literal('conversation.file-removed'), actor, conversation: word, file: word }),
  z.strictObject({ type: z.literal('conversation.rated'), actor, conversation: word, turn: word }),
  z.strictObject({ type: z.literal('embedding.requested'), actor, model: word, inputs: count }),
  z.strictObject({
    type: z.literal('embedding.created'),
    actor,
    model: word,
    inputs: count,
    tokens: count,
  }),
  z.strictObject({ type: z.literal('embedding.failed'), actor, model: word, inputs: count, code: word }),
  /** `inputs`: documents that a query was compared with. */
  z.strictObject({ type: z.literal('rerank.requested'), actor, model: word, inputs: count }),
  z.strictObject({
    type: z.literal('rerank.created'),
    actor,
    model: word,
    inputs: count,
    tokens: count,
  }),
  z.strictObject({ type: z.literal('rerank.failed'), actor, model: word, inputs: count, code: word }),
  z.strictObject({ type: z.literal('exchange.refused'), actor, exchange: word, code: word }),
] as const;

type DeepReadonly<T> = T extends string | number | boolean
  ? T
  : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };

/** An event to record. Ids and codes only: no name, no text, no raw value. */
export type AuditEvent = DeepReadonly<z.input<(typeof eventBodies)[number]>>;
