import { SimpleGrid, Stack } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { toFailure } from '../../api/failure.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailureState, LoadingState } from '../../components/states.tsx';
import { searchModes, type SearchRequest, useSearches } from '../../data/search.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { search as texts } from '../../i18n/search.ts';
import { KnowledgeTabs } from './knowledge-tabs.tsx';
import { SearchColumn } from './search-column.tsx';
import { SearchExplanation } from './search-explanation.tsx';
import { SearchForm } from './search-form.tsx';

const route = getRouteApi('/frame/knowledge/search');
const LIMIT = 10;

/** One query, searched by words, by vectors and by both, side by side. */
export function SearchPage(): ReactNode {
  const t = useTexts(texts);
  const k = useTexts(knowledge);
  const { q = '', in: collections = [], limit = LIMIT } = route.useSearch();
  const navigate = route.useNavigate();
  const submit = (next: SearchRequest): void =>
    void navigate({
      search: {
        q: next.query,
        ...(next.collections.length === 0 ? {} : { in: next.collections }),
        ...(next.limit === LIMIT ? {} : { limit: next.limit }),
      },
    });
  const request = { query: q, collections, limit };
  return (
    <Page title={k.title} lead={t.lead} below={<KnowledgeTabs />}>
      <Stack gap="lg">
        <SearchForm key={JSON.stringify(request)} initial={request} onSubmit={submit} />
        {q.trim() === '' ? (
          <EmptyState icon={IconListSearch} title={t.start} text={t.startText} />
        ) : (
          <SearchResults request={request} />
        )}
      </Stack>
    </Page>
  );
}

function SearchResults({ request }: { readonly request: SearchRequest }): ReactNode {
  const results = useSearches(request);
  const [pointed, setPointed] = useState<string>();
  const failed = results.find(({ error }) => error !== null);
  if (failed !== undefined) {
    return <FailureState failure={toFailure(failed.error)} onRetry={() => void failed.refetch()} />;
  }
  const explanation = results.find(({ data }) => data !== undefined)?.data?.explanation;
  if (explanation === undefined) return <LoadingState />;
  return (
    <>
      <SearchExplanation explanation={explanation} />
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        {searchModes.map((mode, index) => (
          <SearchColumn
            key={mode}
            mode={mode}
            hits={results[index]?.data?.hits}
            pointed={pointed}
            onPoint={setPointed}
          />
        ))}
      </SimpleGrid>
    </>
  );
}
