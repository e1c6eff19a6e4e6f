import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useConfirm } from '../../components/confirm.tsx';
import { type Conversation, useDeleteConversation } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** Asks whether a conversation shall be erased, and erases it. `active`: it is shown; then a new one is. */
export function useDeleteConfirmed(conversation: Conversation, active: boolean): () => Promise<void> {
  const t = useTexts(assistant);
  const confirm = useConfirm();
  const remove = useDeleteConversation();
  const navigate = useNavigate();
  return async () => {
    const title = conversation.title === '' ? t.untitled : conversation.title;
    const agreed = await confirm({
      title: t.removeTitle,
      consequence: t.removeBody(title, conversation.turns),
      action: t.remove,
    });
    if (!agreed) return;
    if (active) await navigate({ to: '/assistant' });
    await remove.mutateAsync(conversation.id);
    notifications.show({ message: t.removed, withCloseButton: false });
  };
}
