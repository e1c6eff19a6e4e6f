import { Anchor, Checkbox, Paper, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SortHeader } from '../../components/sort-header.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import type { DocumentQuery, DocumentSort, ListedDocument } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents as texts } from '../../i18n/documents.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DocumentBadges } from './document-badges.tsx';
import { useLanguageName } from './use-language-name.ts';

interface DocumentTableProps {
  readonly documents: readonly ListedDocument[];
  readonly query: DocumentQuery;
  readonly onSort: (part: Pick<DocumentQuery, 'sort' | 'order' | 'page'>) => void;
  /** Ids that are chosen; absent when there is nothing to do with a choice. */
  readonly chosen?: readonly string[];
  readonly onChoose?: (ids: readonly string[]) => void;
}

export function DocumentTable({ documents, query, onSort, chosen, onChoose }: DocumentTableProps): ReactNode {
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {chosen !== undefined && (
                <Table.Th w={1}>
                  <ChooseAll documents={documents} chosen={chosen} onChoose={onChoose} />
                </Table.Th>
              )}
              <Heads query={query} onSort={onSort} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {documents.map((document) => (
              <Table.Tr key={document.id}>
                {chosen !== undefined && (
                  <Table.Td>
                    <Choose document={document} chosen={chosen} onChoose={onChoose} />
                  </Table.Td>
                )}
                <DocumentCells document={document} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Heads({ query, onSort }: Pick<DocumentTableProps, 'query' | 'onSort'>): ReactNode {
  const t = useTexts(texts);
  const k = useTexts(knowledge);
  const columns: readonly (readonly [DocumentSort, string, 'left' | 'right'])[] = [
    ['title', t.title, 'left'],
    ['source', t.source, 'left'],
    ['language', t.language, 'left'],
    ['chunks', k.chunks, 'right'],
    ['bytes', k.size, 'right'],
    ['updatedAt', t.imported, 'left'],
  ];
  return columns.map(([sort, label, align]) => {
    const active = query.sort === sort;
    const order = active && query.order === 'asc' ? 'desc' : 'asc';
    return (
      <SortHeader
        key={sort}
        label={label}
        action={t.sortBy(label)}
        order={active ? query.order : undefined}
        align={align}
        onSort={() => onSort({ sort, order, page: 1 })}
      />
    );
  });
}

function DocumentCells({ document }: { readonly document: ListedDocument }): ReactNode {
  const format = useFormat();
  const languageName = useLanguageName();
  const { id, title, source, language, chunks, bytes, updatedAt } = document;
  return (
    <>
      <Table.Td maw={360}>
        <Anchor
          size="sm"
          fw={500}
          renderRoot={(props) => (
            <Link {...props} to="/knowledge/documents/$documentId" params={{ documentId: id }} />
          )}
        >
          {title}
        </Anchor>
        <DocumentBadges document={document} isDuplicate={document.isDuplicate} />
      </Table.Td>
      <Table.Td maw={280}>
        <Text size="sm" c="dimmed" truncate title={source}>
          {source}
        </Text>
      </Table.Td>
      <Table.Td>{languageName(language)}</Table.Td>
      <Table.Td ta="right">{format.number(chunks)}</Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {format.bytes(bytes)}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Timestamp at={updatedAt} />
      </Table.Td>
    </>
  );
}

interface ChoiceProps {
  readonly chosen: readonly string[];
  readonly onChoose: ((ids: readonly string[]) => void) | undefined;
}

function Choose({
  document,
  chosen,
  onChoose,
}: ChoiceProps & { readonly document: ListedDocument }): ReactNode {
  const t = useTexts(texts);
  const checked = chosen.includes(document.id);
  return (
    <Checkbox
      aria-label={t.select(document.title)}
      checked={checked}
      onChange={() =>
        onChoose?.(checked ? chosen.filter((id) => id !== document.id) : [...chosen, document.id])
      }
    />
  );
}

function ChooseAll({
  documents,
  chosen,
  onChoose,
}: ChoiceProps & Pick<DocumentTableProps, 'documents'>): ReactNode {
  const t = useTexts(texts);
  const ids = documents.map(({ id }) => id);
  const all = ids.every((id) => chosen.includes(id));
  const others = chosen.filter((id) => !ids.includes(id));
  return (
    <Checkbox
      aria-label={t.selectAll}
      checked={all}
      indeterminate={!all && chosen.length > others.length}
      onChange={() => onChoose?.(all ? others : [...others, ...ids])}
    />
  );
}
