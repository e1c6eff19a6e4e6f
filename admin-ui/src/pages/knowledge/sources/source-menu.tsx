import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconDots,
  IconPencil,
  IconPower,
  IconRefresh,
  IconReportAnalytics,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Source } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { EditSource } from './edit-source.tsx';
import { SourceReport } from './source-report.tsx';
import { useSourceActions } from './use-source-actions.tsx';

/** What may be done with a source. */
export function SourceMenu({ source }: { readonly source: Source }): ReactNode {
  const t = useTexts(texts);
  const [editing, edit] = useDisclosure();
  const [reporting, report] = useDisclosure();
  const { run, toggle, remove } = useSourceActions(source);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t.actionsOf(source.name)}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={run}
            disabled={!source.enabled}
          >
            {t.run}
          </Menu.Item>
          <Menu.Item leftSection={<IconReportAnalytics size={16} aria-hidden />} onClick={report.open}>
            {t.report}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={edit.open}>
            {t.edit}
          </Menu.Item>
          <Menu.Item leftSection={<IconPower size={16} aria-hidden />} onClick={toggle}>
            {source.enabled ? t.switchOff : t.switchOn}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove('keep')}>
            {t.removeKeeping}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            color="red"
            onClick={() => remove('remove')}
          >
            {t.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EditSource source={source} opened={editing} onClose={edit.close} />
      <SourceReport source={source} opened={reporting} onClose={report.close} />
    </>
  );
}
