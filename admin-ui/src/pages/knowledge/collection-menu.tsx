import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Collection } from '../../data/collections.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { EditCollection } from './edit-collection.tsx';
import { useDeleteCollection } from './use-delete-collection.tsx';

interface CollectionMenuProps {
  readonly collection: Collection;
  readonly onRemoved?: () => void;
}

/** What may be done with a collection. */
export function CollectionMenu({ collection, onRemoved }: CollectionMenuProps): ReactNode {
  const t = useTexts(knowledge);
  const [editing, { open, close }] = useDisclosure();
  const remove = useDeleteCollection(collection, onRemoved);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t.actionsOf(collection.name)}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {collection.may.update && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={open}>
              {t.edit}
            </Menu.Item>
          )}
          {collection.may.delete && (
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} color="red" onClick={remove}>
              {t.remove}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditCollection collection={collection} opened={editing} onClose={close} />
    </>
  );
}
