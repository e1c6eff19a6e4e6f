import { z } from 'zod';
import { languages } from '../../domain/language.ts';
import { roles } from '../../domain/principal.ts';
import { sha256Hex } from '../../util/hash.ts';

const wording = z.string().trim().min(1).max(500);

/** What people write of an entry. Each version has its own. */
export const faqContents = z.object({
  question: wording,
  /** Other wordings of the question. */
  paraphrases: z.array(wording).max(30),
  answer: z.string().trim().min(1).max(4000),
  /** Languages of questions that it answers. */
  languages: z.array(z.enum(languages)).min(1).max(languages.length),
  /** Who answers for it: a person or a department. */
  owner: z.string().trim().min(1).max(200),
  /** Roles that narrow the collection's readers; empty for all of them. */
  readers: z.array(z.enum(roles)).max(roles.length),
  /** Ids of documents that it rests on. */
  sources: z.array(z.string().max(128)).max(20),
  /** RFC 3339, UTC: it answers until then. */
  expiresAt: z.iso.datetime(),
});
export type FaqContents = z.output<typeof faqContents>;

/** `replaced` by a newer approved version; `retired` when the entry was taken out of use. */
export const versionStates = ['draft', 'in-review', 'approved', 'replaced', 'retired'] as const;
export type VersionState = (typeof versionStates)[number];

export interface FaqVersion extends FaqContents {
  /** 1 for the first. */
  readonly version: number;
  readonly state: VersionState;
  /** Ids of everybody who wrote at it. */
  readonly authors: readonly string[];
  /** Why it was sent back. */
  readonly note: string | undefined;
  /** SHA-256 (hex) of its contents: who approves says by it what they have read. */
  readonly digest: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly approvedBy: string | undefined;
  readonly approvedAt: string | undefined;
}

/** A question with its answer. `live` answers; `draft` is being written or reviewed, and answers nothing. */
export interface FaqEntry {
  readonly id: string;
  readonly collection: string;
  readonly live: FaqVersion | undefined;
  readonly draft: FaqVersion | undefined;
  /** Newest first, those two included. */
  readonly versions: readonly FaqVersion[];
  /** The gap it was written for. */
  readonly gap: string | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a list filters by. `expired`: approved, and no longer answering. */
export const entryStates = ['draft', 'in-review', 'approved', 'expired', 'retired'] as const;
export type EntryState = (typeof entryStates)[number];

export function digestOf(contents: FaqContents): string {
  const { question, paraphrases, answer, languages: spoken, owner, readers, sources, expiresAt } = contents;
  return sha256Hex(
    JSON.stringify([question, paraphrases, answer, spoken, owner, readers, sources, expiresAt]),
  );
}

/** Every wording of its question, each once. */
export function wordingsOf({
  question,
  paraphrases,
}: Pick<FaqContents, 'question' | 'paraphrases'>): string[] {
  return [...new Set([question, ...paraphrases])];
}
