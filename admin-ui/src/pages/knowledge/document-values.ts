import { type Classification, classifications } from '../../data/collections.ts';
import { dayOf, startOfDay } from '../../data/days.ts';
import type { DocumentChange, DocumentDetail } from '../../data/documents.ts';
import { roleNames } from '../../i18n/roles.ts';

export type Reader = NonNullable<DocumentChange['readers']>[number];

/** Stands for "as the collection has it" where a list needs a value. */
export const AS_COLLECTION = 'collection';

/** What the form of a document holds. */
export interface DocumentValues {
  title: string;
  classification: Classification | typeof AS_COLLECTION;
  hasOwnReaders: boolean;
  readers: Reader[];
  owner: string;
  /** `YYYY-MM-DD` in the person's zone. */
  effective: string | null;
  expires: string | null;
}

export function valuesOf(detail: DocumentDetail): DocumentValues {
  const { title, classification, readers, owner, effectiveAt, expiresAt } = detail;
  return {
    title,
    // One that this page does not know is closed to everybody: the safest known one stands for it.
    classification: classification === undefined ? AS_COLLECTION : knownClassification(classification),
    hasOwnReaders: readers !== undefined,
    readers: (readers ?? []).filter(isKnownRole),
    owner: owner ?? '',
    effective: effectiveAt === undefined ? null : dayOf(new Date(effectiveAt)),
    expires: expiresAt === undefined ? null : dayOf(new Date(expiresAt)),
  };
}

/** Only what was changed, so that the log says what was changed. */
export function changeOf(before: DocumentValues, after: DocumentValues): DocumentChange {
  const readers = after.hasOwnReaders ? after.readers : null;
  const readersBefore = before.hasOwnReaders ? before.readers : null;
  const { classification } = after;
  return {
    ...(after.title.trim() === before.title ? {} : { title: after.title.trim() }),
    ...(classification === before.classification
      ? {}
      : { classification: classification === AS_COLLECTION ? null : classification }),
    ...(JSON.stringify(readers) === JSON.stringify(readersBefore) ? {} : { readers }),
    ...(after.owner.trim() === before.owner ? {} : { owner: after.owner.trim() || null }),
    ...(after.effective === before.effective ? {} : { effectiveAt: momentOf(after.effective) }),
    ...(after.expires === before.expires ? {} : { expiresAt: momentOf(after.expires) }),
  };
}

function knownClassification(value: string): Classification {
  return classifications.find((one) => one === value) ?? 'restricted';
}

function isKnownRole(role: string): role is Reader {
  return role in roleNames.en;
}

function momentOf(day: string | null): string | null {
  return day === null ? null : startOfDay(day).toISOString();
}
