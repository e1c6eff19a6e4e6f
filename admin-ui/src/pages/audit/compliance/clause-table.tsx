import { Anchor, Code, Paper, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClauseReport } from '../../../api/schema.ts';
import { compliance } from '../../../i18n/compliance.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useLanguage } from '../../../i18n/language.tsx';

/** The clauses of one law, with the entries that show something for them. */
export function ClauseTable({
  label,
  clauses,
}: {
  readonly label: string;
  readonly clauses: readonly ClauseReport[];
}): ReactNode {
  const t = useTexts(compliance);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={820} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table fz="sm" aria-label={label} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={180}>{t.clause}</Table.Th>
              <Table.Th w="26%">{t.asks}</Table.Th>
              <Table.Th>{t.shows}</Table.Th>
              <Table.Th w="24%">{t.left}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {clauses.map((clause) => (
              <ClauseRow key={clause.id} clause={clause} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function ClauseRow({ clause }: { readonly clause: ClauseReport }): ReactNode {
  const { language } = useLanguage();
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row">
        {clause.number}
        {clause.fromMemory === true && ' ‡'}
        <br />
        <Code>{clause.id}</Code>
      </Table.Th>
      <Table.Td>{clause.asks[language]}</Table.Td>
      <Table.Td>
        <Stack gap={6}>
          {clause.evidence.map((found) => (
            <Evidence key={found.shows.en} found={found} />
          ))}
          {clause.also !== undefined && <Text size="sm">{clause.also[language]}</Text>}
        </Stack>
      </Table.Td>
      <Table.Td>{clause.left?.[language]}</Table.Td>
    </Table.Tr>
  );
}

function Evidence({ found }: { readonly found: ClauseReport['evidence'][number] }): ReactNode {
  const t = useTexts(compliance);
  const { language } = useLanguage();
  const { shows, count, first, last } = found;
  return (
    <Text size="sm" component="div">
      {shows[language]}
      {language === 'zh' ? '：' : ': '}
      <Text span fw={600}>
        {t.entries(count)}
      </Text>
      {first !== undefined && last !== undefined && (
        <>
          {' · '}
          <EntryLink seq={first} />
          {last !== first && (
            <>
              {' – '}
              <EntryLink seq={last} />
            </>
          )}
        </>
      )}
    </Text>
  );
}

function EntryLink({ seq }: { readonly seq: number }): ReactNode {
  const t = useTexts(compliance);
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/audit/$seq" params={{ seq: String(seq) }} {...props} />}
    >
      {t.entry(seq)}
    </Anchor>
  );
}
