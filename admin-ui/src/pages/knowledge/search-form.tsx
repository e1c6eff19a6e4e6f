import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useCollections } from '../../data/collections.ts';
import type { SearchRequest } from '../../data/search.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { search } from '../../i18n/search.ts';

interface SearchFormProps {
  readonly initial: SearchRequest;
  readonly onSubmit: (request: SearchRequest) => void;
}

export function SearchForm({ initial, onSubmit }: SearchFormProps): ReactNode {
  const t = useTexts(search);
  const [request, setRequest] = useState(initial);
  const { data: collections = [] } = useCollections();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (request.query.trim() !== '') onSubmit({ ...request, query: request.query.trim() });
  };
  return (
    <form onSubmit={submit} role="search">
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t.query}
          placeholder={t.placeholder}
          value={request.query}
          onChange={(event) => setRequest({ ...request, query: event.currentTarget.value })}
          maxLength={4096}
          flex="1 1 20rem"
        />
        <MultiSelect
          label={t.collections}
          placeholder={request.collections.length === 0 ? t.allCollections : ''}
          data={collections.filter(({ may }) => may.read).map(({ id, name }) => ({ value: id, label: name }))}
          value={[...request.collections]}
          onChange={(ids) => setRequest({ ...request, collections: ids })}
          clearable
          flex="0 1 18rem"
        />
        <Select
          label={t.limit}
          data={['5', '10', '20', '50']}
          value={String(request.limit)}
          onChange={(limit) => setRequest({ ...request, limit: Number(limit ?? initial.limit) })}
          allowDeselect={false}
          w={90}
        />
        <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />}>
          {t.search}
        </Button>
      </Group>
    </form>
  );
}
