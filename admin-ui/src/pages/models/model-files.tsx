import { Alert, Badge, Button, Collapse, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useId } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import type { InspectedModel } from '../../data/models.ts';
import { models } from '../../i18n/models.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import classes from './models.module.css';

type Verification = NonNullable<InspectedModel['verification']>;
type ModelFile = Verification['files'][number];

export function ModelFiles({ verification }: { readonly verification: Verification | undefined }): ReactNode {
  const t = useTexts(models);
  const bad = verification?.files.filter(({ state }) => state !== 'verified').length ?? 0;
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  if (verification === undefined) return <Text size="sm">{t.files.unchecked}</Text>;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t.files.title}
      </Title>
      <Group gap="xs">
        <Text size="sm" fw={500} className={classes[bad === 0 ? 'good' : 'bad']}>
          {bad === 0 ? t.files.verified(verification.files.length) : t.files.bad(bad)}
        </Text>
        <Text size="xs" c="dimmed">
          {t.files.checked} <Timestamp at={verification.at} />
        </Text>
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={opened} aria-controls={id}>
          {opened ? t.files.hide : t.files.show}
        </Button>
      </Group>
      {bad > 0 && <Alert color="red">{t.files.badHint}</Alert>}
      <Collapse expanded={opened} id={id}>
        <FileTable files={verification.files} />
      </Collapse>
    </Stack>
  );
}

function FileTable({ files }: { readonly files: readonly ModelFile[] }): ReactNode {
  const t = useTexts(models);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.files.file}</Table.Th>
            <Table.Th>{t.files.state}</Table.Th>
            <Table.Th>{t.files.size}</Table.Th>
            <Table.Th>{t.files.digest}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map((file) => (
            <Table.Tr key={file.path}>
              <Table.Td>{file.path.split('/').at(-1)}</Table.Td>
              <Table.Td>
                <Badge variant="light" miw="max-content" color={file.state === 'verified' ? 'green' : 'red'}>
                  {t.files.states[file.state]}
                </Badge>
              </Table.Td>
              <Table.Td className={classes['figure']}>
                {file.bytes === undefined ? '–' : format.bytes(file.bytes)}
              </Table.Td>
              <Table.Td>
                <Digest file={file} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Digest({ file: { expected, actual, state } }: { readonly file: ModelFile }): ReactNode {
  const t = useTexts(models);
  if (state !== 'mismatch' || actual === undefined) return <OneDigest value={expected} />;
  return (
    <Stack gap={2}>
      <OneDigest label={t.files.expected} value={expected} />
      <OneDigest label={t.files.actual} value={actual} />
    </Stack>
  );
}

function OneDigest({ label, value }: { readonly label?: string; readonly value: string }): ReactNode {
  return (
    <Group gap={4} wrap="nowrap">
      {label !== undefined && <Text size="xs">{label}</Text>}
      <code title={value}>{value.slice(0, 12)}…</code>
      <CopyButton text={value} />
    </Group>
  );
}
