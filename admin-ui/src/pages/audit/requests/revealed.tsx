import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { MaskedText } from '../../../components/masked-text.tsx';
import type { RevealedContent } from '../../../data/audit-requests.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useTypeName } from '../../../state/use-type-name.ts';
import { readSealedText, type SealedText } from './read-sealed-text.ts';

/** What an entry was about: its masked text, and what stands behind the placeholders. */
export function Revealed({
  content,
  onHide,
}: {
  readonly content: RevealedContent;
  readonly onHide: () => void;
}): ReactNode {
  const t = useTexts(auditRequests);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t.shown}</Title>
        <Button variant="default" size="xs" onClick={onHide}>
          {t.hide}
        </Button>
      </Group>
      <Texts sealed={readSealedText(content.text)} />
      <Originals values={content.values} />
    </Stack>
  );
}

function Texts({ sealed }: { readonly sealed: SealedText }): ReactNode {
  const t = useTexts(auditRequests);
  switch (sealed.kind) {
    case 'answer':
      return <Part title={t.answer} texts={[sealed.text]} />;
    case 'prompt':
      return (
        <>
          <Part title={t.prompt} texts={sealed.messages.map(({ role, text }) => `${role}: ${text}`)} />
          {sealed.evidence.length > 0 && <Part title={t.evidence} texts={sealed.evidence} />}
        </>
      );
    default:
      return sealed satisfies never;
  }
}

function Part({ title, texts }: { readonly title: string; readonly texts: readonly string[] }): ReactNode {
  return (
    <Paper component="section" withBorder p="md">
      <Title order={3} mb="xs">
        {title}
      </Title>
      <Stack gap="sm">
        {texts.map((text, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- the texts stand still, and two may be alike
          <MaskedText key={place} text={text} />
        ))}
      </Stack>
    </Paper>
  );
}

function Originals({ values }: { readonly values: RevealedContent['values'] }): ReactNode {
  const t = useTexts(auditRequests);
  const typeName = useTypeName();
  if (values.length === 0) return <Text c="dimmed">{t.noOriginals}</Text>;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={480}>
        <Table aria-label={t.originals}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.placeholder}</Table.Th>
              <Table.Th>{t.type}</Table.Th>
              <Table.Th>{t.original}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {values.map(({ placeholder, type, original }) => (
              <Table.Tr key={placeholder}>
                <Table.Td>
                  <MaskedText text={placeholder} />
                </Table.Td>
                <Table.Td>{type === undefined ? '' : typeName(type)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{original}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
