import type { z } from 'zod';
import type { Principal } from '../../domain/principal.ts';
import type { FaqEntry, FaqListItem, FaqVersion } from '../../knowledge/faq/faq.ts';
import { rightsOnEntry } from '../faq-access.ts';
import type { faqEntry, faqListItem, faqVersion } from '../schemas/faq.ts';
import type { Services } from '../services.ts';

/** An entry with the names of those who wrote and approved it. Of its history, the versions that this caller may read. */
export async function presentEntry(
  services: Services,
  principal: Principal,
  entry: FaqEntry,
): Promise<z.input<typeof faqEntry>> {
  const { id, collection, live, draft, versions, gap, updatedAt } = entry;
  const found = (await services.knowledge.collections()).find((candidate) => candidate.id === collection);
  const names = await namesOf(services, versions);
  const present = (version: FaqVersion): z.input<typeof faqVersion> => presentVersion(version, names);
  const isReader = ({ readers }: FaqVersion): boolean =>
    readers.length === 0 || principal.roles.some((role) => readers.includes(role));
  return {
    id,
    collection,
    ...(live === undefined ? {} : { live: present(live) }),
    ...(draft === undefined ? {} : { draft: present(draft) }),
    versions: versions.filter(isReader).map(present),
    ...(gap === undefined ? {} : { gap }),
    may:
      found === undefined
        ? { write: false, approve: false }
        : rightsOnEntry(services, principal, entry, found),
    updatedAt,
  };
}

export function presentListItem(item: FaqListItem): z.input<typeof faqListItem> {
  const { id, collection, question, states, expiresAt, updatedAt } = item;
  return { id, collection, question, states: [...states], expiresAt, updatedAt };
}

function presentVersion(version: FaqVersion, names: ReadonlyMap<string, string>): z.input<typeof faqVersion> {
  const { authors, approvedBy, createdAt: _, ...rest } = version;
  const person = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
  return {
    ...rest,
    authors: authors.map(person),
    approvedBy: approvedBy === undefined ? undefined : person(approvedBy),
  };
}

async function namesOf(
  { identity }: Services,
  versions: readonly FaqVersion[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    versions.flatMap(({ authors, approvedBy }) => [
      ...authors,
      ...(approvedBy === undefined ? [] : [approvedBy]),
    ]),
  );
  const users = await Promise.all([...ids].map((id) => identity.users.byId(id)));
  return new Map(users.flatMap((user) => (user === undefined ? [] : [[user.id, user.displayName] as const])));
}
