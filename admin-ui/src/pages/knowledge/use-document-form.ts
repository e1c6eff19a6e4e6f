import { useForm, type UseFormReturnType } from '@mantine/form';
import type { Collection } from '../../data/collections.ts';
import { useUser } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';
import { AS_COLLECTION, type DocumentValues } from './document-values.ts';

export type DocumentFormState = UseFormReturnType<DocumentValues>;

/** Says at the field what the server would refuse. */
export function useDocumentForm(initial: DocumentValues, collection: Collection): DocumentFormState {
  const t = useTexts(documentTexts);
  const user = useUser();
  const own = new Set<string>(user.roles);
  return useForm<DocumentValues>({
    initialValues: initial,
    validate: {
      title: (title) => (title.trim() === '' ? t.titleMissing : null),
      classification: (_classification, values) =>
        needsReaders(values, collection) && !values.hasOwnReaders && collection.readers.length === 0
          ? t.classificationNeedsReaders
          : null,
      readers(readers, { hasOwnReaders }) {
        if (!hasOwnReaders) return null;
        if (readers.length === 0) return t.readersMissing;
        return readers.some((role) => own.has(role)) ? null : t.readersWithoutYou;
      },
      expires: (expires, { effective }) =>
        expires !== null && effective !== null && expires <= effective ? t.datesWrong : null,
    },
  });
}

/** What is confidential or restricted is read by nobody until its readers are named. */
function needsReaders({ classification }: DocumentValues, collection: Collection): boolean {
  const inForce = classification === AS_COLLECTION ? collection.classification : classification;
  return inForce === 'confidential' || inForce === 'restricted';
}
