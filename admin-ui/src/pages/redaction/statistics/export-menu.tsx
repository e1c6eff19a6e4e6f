import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { statisticsAddress, statisticsTables } from '../../../data/mask-statistics.ts';
import type { Range } from '../../../data/time-range.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { maskStatistics } from '../../../i18n/mask-statistics.ts';

/** Takes one of the tables away as a file. */
export function ExportMenu({ range }: { readonly range: Range }): ReactNode {
  const t = useTexts(maskStatistics);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {statisticsTables.map((table) => (
          <Menu.Item key={table} component="a" href={statisticsAddress(table, range)} download>
            {t.tables[table]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
