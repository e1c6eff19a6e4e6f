import { Button, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type AuditFilters, exportAddress, type ExportFormat } from '../../data/audit.ts';
import { audit } from '../../i18n/audit.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useTexts } from '../../i18n/define-texts.ts';

const formats = ['jsonl', 'ocsf', 'cef'] as const satisfies readonly ExportFormat[];

/** Takes what the filters show away as a file, which the browser writes while it arrives. */
export function ExportButton({ filters }: { readonly filters: AuditFilters }): ReactNode {
  const t = useTexts(audit);
  const [opened, { open, close }] = useDisclosure();
  const [format, setFormat] = useState<ExportFormat>('jsonl');
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={open}>
        {t.export}
      </Button>
      <Dialog opened={opened} onClose={close} title={t.export} centered>
        <Stack>
          <Text c="dimmed">{t.exportLead}</Text>
          <Radio.Group
            label={t.format}
            value={format}
            onChange={(value) => setFormat(formats.find((known) => known === value) ?? 'jsonl')}
          >
            <Stack gap="xs" mt="xs">
              {formats.map((value) => (
                <Radio key={value} value={value} label={t.formats[value]} />
              ))}
            </Stack>
          </Radio.Group>
          <Button component="a" href={exportAddress(format, filters)} download onClick={close}>
            {t.download}
          </Button>
        </Stack>
      </Dialog>
    </>
  );
}
