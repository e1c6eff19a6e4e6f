import { Anchor, Paper, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Timestamp } from '../../../components/timestamp.tsx';
import { useCollections } from '../../../data/collections.ts';
import type { FaqPage } from '../../../data/faq.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';
import { StateBadges } from './state-badges.tsx';

export function FaqTable({ entries }: { readonly entries: FaqPage['entries'] }): ReactNode {
  const t = useTexts(faq);
  const collections = useCollections();
  const nameOf = (id: string): string => collections.data?.find((one) => one.id === id)?.name ?? id;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover aria-label={t.tab}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.question}</Table.Th>
              <Table.Th>{t.collection}</Table.Th>
              <Table.Th>{t.state}</Table.Th>
              <Table.Th>{t.expires}</Table.Th>
              <Table.Th>{t.updated}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map(({ id, question, collection, states, expiresAt, updatedAt }) => (
              <Table.Tr key={id}>
                <Table.Td maw={380}>
                  <Anchor
                    size="sm"
                    fw={500}
                    renderRoot={(props) => (
                      <Link {...props} to="/knowledge/faq/$entryId" params={{ entryId: id }} />
                    )}
                  >
                    {question}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {nameOf(collection)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <StateBadges states={states} />
                </Table.Td>
                <Table.Td>
                  {expiresAt === undefined ? t.nothing : <Timestamp at={expiresAt} as="time" />}
                </Table.Td>
                <Table.Td>
                  <Timestamp at={updatedAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
