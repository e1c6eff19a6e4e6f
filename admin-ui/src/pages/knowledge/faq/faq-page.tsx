import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMessageCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useCollections } from '../../../data/collections.ts';
import { FAQ_PAGE_SIZE, type FaqFilter, faqStates, useFaqPage } from '../../../data/faq.ts';
import { useMay } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';
import { knowledge } from '../../../i18n/knowledge.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DocumentPager } from '../document-pager.tsx';
import { KnowledgeTabs } from '../knowledge-tabs.tsx';
import { FaqTable } from './faq-table.tsx';

/** The approved answers and their drafts. */
export function FaqPage(): ReactNode {
  const t = useTexts(faq);
  const { title } = useTexts(knowledge);
  const mayWrite = useMay('faq:write');
  const [filter, setFilter] = useState<FaqFilter>({ search: '', page: 1 });
  const [search] = useDebouncedValue(filter.search.trim(), 250);
  const page = useFaqPage({ ...filter, search });
  const create = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/knowledge/faq/new" />}
    >
      {t.create}
    </Button>
  );
  return (
    <Page title={title} lead={t.lead} actions={create} below={<KnowledgeTabs />}>
      <FilterBar filter={filter} total={page.data?.total} onChange={setFilter} />
      <QueryView
        query={page}
        isEmpty={({ total }) => total === 0}
        empty={<EmptyState icon={IconMessageCheck} title={t.none} text={t.noneText} action={create} />}
      >
        {({ entries, total }) => (
          <>
            <FaqTable entries={entries} />
            <DocumentPager
              page={filter.page}
              pages={Math.ceil(total / FAQ_PAGE_SIZE)}
              onPage={(next) => setFilter({ ...filter, page: next })}
            />
          </>
        )}
      </QueryView>
    </Page>
  );
}

interface FilterBarProps {
  readonly filter: FaqFilter;
  readonly total: number | undefined;
  readonly onChange: (filter: FaqFilter) => void;
}

function FilterBar({ filter, total, onChange }: FilterBarProps): ReactNode {
  const t = useTexts(faq);
  const format = useFormat();
  const collections = useCollections();
  const { state, collection, search } = filter;
  const change = (part: {
    readonly state?: FaqFilter['state'];
    readonly collection?: string | undefined;
  }): void => {
    const next = { state, collection, ...part };
    onChange({
      search,
      page: 1,
      ...(next.state === undefined ? {} : { state: next.state }),
      ...(next.collection === undefined ? {} : { collection: next.collection }),
    });
  };
  return (
    <Group mb="md" gap="sm">
      <TextInput
        type="search"
        w={{ base: '100%', xs: 280 }}
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value, page: 1 })}
      />
      <Select
        aria-label={t.state}
        placeholder={t.anyState}
        clearable
        w={170}
        data={faqStates.map((value) => ({ value, label: t.states[value] }))}
        value={state ?? null}
        onChange={(chosen) => change({ state: faqStates.find((known) => known === chosen) })}
      />
      <Select
        aria-label={t.collection}
        placeholder={t.anyCollection}
        clearable
        searchable
        w={200}
        data={(collections.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={collection ?? null}
        onChange={(chosen) => change({ collection: chosen ?? undefined })}
      />
      {total !== undefined && (
        <Text size="sm" c="dimmed" role="status" ml="auto">
          {t.total(format.number(total))}
        </Text>
      )}
    </Group>
  );
}
