import { notifications } from '@mantine/notifications';
import { toFailure } from '../../api/failure.ts';
import { useConfirm } from '../../components/confirm.tsx';
import { FailureAlert } from '../../components/states.tsx';
import { useRemoveDocuments } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** Asks by what follows, then deletes. `title` names the document when it is one that the person looks at. */
export function useDeleteDocuments(
  collection: string,
  onRemoved: () => void,
): (ids: readonly string[], title?: string) => void {
  const t = useTexts(documents);
  const format = useFormat();
  const confirm = useConfirm();
  const removal = useRemoveDocuments(collection);
  const remove = async (ids: readonly string[], title?: string): Promise<void> => {
    const count = format.number(ids.length);
    const confirmed = await confirm({
      title: title === undefined ? t.removeTitle(count) : t.removeOneTitle(title),
      consequence: title === undefined ? t.removeText(count) : t.removeOneText,
      action: t.removeAction,
    });
    if (!confirmed) return;
    removal.mutate(ids, {
      onSuccess() {
        notifications.show({ message: t.removed(count) });
        onRemoved();
      },
      onError: (error) =>
        notifications.show({ message: <FailureAlert failure={toFailure(error)} />, autoClose: false }),
    });
  };
  return (ids, title) => void remove(ids, title);
}
