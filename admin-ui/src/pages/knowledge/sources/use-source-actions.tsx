import { notifications } from '@mantine/notifications';
import { toFailure } from '../../../api/failure.ts';
import { useConfirm } from '../../../components/confirm.tsx';
import { FailureAlert } from '../../../components/states.tsx';
import { type Source, useRemoveSource, useRunSource, useUpdateSource } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { useFormat } from '../../../i18n/use-format.ts';

export interface SourceActions {
  readonly run: () => void;
  /** Asks whether the documents that are gone there may go here. */
  readonly confirmHeld: () => void;
  readonly toggle: () => void;
  readonly remove: (documents: 'keep' | 'remove') => void;
}

/** What may be done with a source; what is hard to take back is asked for by what follows. */
export function useSourceActions({ id, name, enabled, lastRun }: Source): SourceActions {
  const t = useTexts(texts);
  const { number } = useFormat();
  const confirm = useConfirm();
  const [running, updating, removal] = [useRunSource(), useUpdateSource(), useRemoveSource()];
  const confirmHeld = async (): Promise<void> => {
    const held = lastRun?.held ?? 0;
    const count = number(held);
    const request = {
      title: t.heldTitle(count),
      consequence: t.heldText(count),
      action: t.heldAction(count),
    };
    if (await confirm(request)) running.mutate({ id, confirmRemovals: held }, { onError: showFailure });
  };
  const remove = async (documents: 'keep' | 'remove'): Promise<void> => {
    const request =
      documents === 'keep'
        ? { title: t.keepTitle(name), consequence: t.keepText, action: t.keepAction }
        : { title: t.removeTitle(name), consequence: t.removeText, action: t.removeAction, word: id };
    if (!(await confirm(request))) return;
    const onSuccess = (): void => void notifications.show({ message: t.removed(name) });
    removal.mutate({ id, documents }, { onSuccess, onError: showFailure });
  };
  return {
    run: () => running.mutate({ id, confirmRemovals: 0 }, { onError: showFailure }),
    confirmHeld: () => void confirmHeld(),
    toggle: () => updating.mutate({ id, change: { enabled: !enabled } }, { onError: showFailure }),
    remove: (documents) => void remove(documents),
  };
}

function showFailure(error: Error): void {
  notifications.show({ message: <FailureAlert failure={toFailure(error)} />, autoClose: false });
}
