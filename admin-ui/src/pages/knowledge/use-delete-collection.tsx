import { notifications } from '@mantine/notifications';
import { FailureAlert } from '../../components/states.tsx';
import { toFailure } from '../../api/failure.ts';
import { useConfirm } from '../../components/confirm.tsx';
import { type Collection, useRemoveCollection } from '../../data/collections.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** Asks by what follows, with the numbers, before a collection goes. */
export function useDeleteCollection(
  { id, name, counts }: Collection,
  onRemoved: () => void = () => undefined,
): () => void {
  const t = useTexts(knowledge);
  const format = useFormat();
  const confirm = useConfirm();
  const removal = useRemoveCollection();
  const remove = async (): Promise<void> => {
    const confirmed = await confirm({
      title: t.removeCollectionTitle(name),
      consequence:
        counts === undefined
          ? t.removeUncountedText
          : t.removeCollectionText(format.number(counts.documents)),
      action: t.removeCollectionAction,
      ...(counts?.documents === 0 ? {} : { word: id }),
    });
    if (!confirmed) return;
    removal.mutate(id, {
      onSuccess({ documents }) {
        notifications.show({ message: t.collectionRemoved(format.number(documents)) });
        onRemoved();
      },
      onError: (error) =>
        notifications.show({ message: <FailureAlert failure={toFailure(error)} />, autoClose: false }),
    });
  };
  return () => void remove();
}
