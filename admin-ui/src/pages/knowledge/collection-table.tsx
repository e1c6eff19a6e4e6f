import { Anchor, Paper, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Timestamp } from '../../components/timestamp.tsx';
import type { Collection } from '../../data/collections.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ClassificationBadge } from './classification-badge.tsx';
import { CollectionMenu } from './collection-menu.tsx';
import { ReaderList } from './reader-list.tsx';

export function CollectionTable({ collections }: { readonly collections: readonly Collection[] }): ReactNode {
  const t = useTexts(knowledge);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t.collections}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.name}</Table.Th>
              <Table.Th>{t.classification}</Table.Th>
              <Table.Th>{t.readers}</Table.Th>
              <Table.Th ta="right">{t.documents}</Table.Th>
              <Table.Th ta="right">{t.chunks}</Table.Th>
              <Table.Th ta="right">{t.size}</Table.Th>
              <Table.Th style={{ whiteSpace: 'nowrap' }}>{t.changed}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {collections.map((collection) => (
              <CollectionRow key={collection.id} collection={collection} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function CollectionRow({ collection }: { readonly collection: Collection }): ReactNode {
  const { id, name, classification, readers, counts, changedAt, may } = collection;
  const canManage = may.update || may.delete;
  return (
    <Table.Tr>
      <Table.Td>
        {may.read || may.addDocuments ? (
          <Anchor
            size="sm"
            fw={500}
            renderRoot={(props) => (
              <Link {...props} to="/knowledge/$collectionId" params={{ collectionId: id }} />
            )}
          >
            {name}
          </Anchor>
        ) : (
          <Text size="sm" fw={500}>
            {name}
          </Text>
        )}
        <Text size="xs" c="dimmed" ff="monospace">
          {id}
        </Text>
      </Table.Td>
      <Table.Td>
        <ClassificationBadge classification={classification} />
      </Table.Td>
      <Table.Td>
        <ReaderList classification={classification} readers={readers} />
      </Table.Td>
      <Counts counts={counts} />
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Timestamp at={changedAt} />
      </Table.Td>
      <Table.Td w={1}>{canManage && <CollectionMenu collection={collection} />}</Table.Td>
    </Table.Tr>
  );
}

function Counts({ counts }: { readonly counts: Collection['counts'] | undefined }): ReactNode {
  const t = useTexts(knowledge);
  const format = useFormat();
  if (counts === undefined) {
    return (
      <Table.Td colSpan={3} ta="right">
        <Text size="sm" c="dimmed">
          {t.hiddenCounts}
        </Text>
      </Table.Td>
    );
  }
  return (
    <>
      <Table.Td ta="right">{format.number(counts.documents)}</Table.Td>
      <Table.Td ta="right">{format.number(counts.chunks)}</Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {format.bytes(counts.bytes)}
      </Table.Td>
    </>
  );
}
