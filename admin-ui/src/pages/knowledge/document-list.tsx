import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileText, IconSearch, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import type { Collection } from '../../data/collections.ts';
import { PAGE_SIZE, useDocuments } from '../../data/documents.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DocumentFilterChoice } from './document-filter-choice.tsx';
import { DocumentPager } from './document-pager.tsx';
import { DocumentSearch } from './document-search.tsx';
import { DocumentTable } from './document-table.tsx';
import { UploadButton } from './upload-button.tsx';
import { useDeleteDocuments } from './use-delete-documents.tsx';
import { useListAddress } from './use-list-address.ts';

interface DocumentListProps {
  readonly collection: Collection;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The documents of a collection, searched, sorted and paged; chosen ones are deleted together. */
export function DocumentList({ collection, onFiles }: DocumentListProps): ReactNode {
  const { query, change } = useListAddress();
  const result = useDocuments(collection.id, query);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const mayDelete = useMay('document:delete');
  return (
    <Stack gap="sm">
      <ListBar
        collection={collection.id}
        total={result.data?.total}
        chosen={chosen}
        onRemoved={() => setChosen([])}
      />
      <QueryView
        query={result}
        isEmpty={({ total }) => total === 0}
        empty={
          <EmptyList
            collection={collection}
            searched={query.search !== '' || query.filter !== undefined}
            onFiles={onFiles}
          />
        }
      >
        {(page) => (
          <>
            <DocumentTable
              documents={page.documents}
              query={query}
              onSort={change}
              {...(mayDelete ? { chosen, onChoose: setChosen } : {})}
            />
            <DocumentPager
              page={query.page}
              pages={Math.ceil(page.total / PAGE_SIZE)}
              onPage={(next) => change({ page: next })}
            />
          </>
        )}
      </QueryView>
    </Stack>
  );
}

interface ListBarProps {
  readonly collection: string;
  readonly total: number | undefined;
  readonly chosen: readonly string[];
  readonly onRemoved: () => void;
}

function ListBar({ collection, total, chosen, onRemoved }: ListBarProps): ReactNode {
  const t = useTexts(documents);
  const format = useFormat();
  const remove = useDeleteDocuments(collection, onRemoved);
  return (
    <Group justify="space-between">
      <Group gap="sm">
        <DocumentSearch />
        <DocumentFilterChoice />
      </Group>
      <Group gap="sm">
        {chosen.length > 0 && (
          <Button
            variant="default"
            c="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => remove(chosen)}
          >
            {t.removeChosen(format.number(chosen.length))}
          </Button>
        )}
        {total !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {t.total(format.number(total))}
          </Text>
        )}
      </Group>
    </Group>
  );
}

interface EmptyListProps extends DocumentListProps {
  readonly searched: boolean;
}

function EmptyList({ collection, searched, onFiles }: EmptyListProps): ReactNode {
  const t = useTexts(documents);
  const { change } = useListAddress();
  if (searched) {
    return (
      <EmptyState
        icon={IconSearch}
        title={t.noMatch}
        text={t.noMatchText}
        action={
          <Button variant="default" onClick={() => change({ search: '', filter: undefined, page: 1 })}>
            {t.clearSearch}
          </Button>
        }
      />
    );
  }
  const mayAdd = collection.may.addDocuments;
  return (
    <EmptyState
      icon={IconFileText}
      title={t.none}
      text={mayAdd ? t.noneText : t.noneForReaders}
      action={mayAdd && <UploadButton onFiles={onFiles} />}
    />
  );
}
