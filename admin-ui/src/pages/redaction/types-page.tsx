import { SimpleGrid, Stack } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StatTile } from '../../components/stat-tile.tsx';
import { EmptyState } from '../../components/states.tsx';
import { type ListedType, useTypeListing } from '../../data/mask-rules.ts';
import { coverage } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { filterTypes, type TypeFilter } from './filter-types.ts';
import { RedactionTabs } from './redaction-tabs.tsx';
import { TypeDrawer } from './type-drawer.tsx';
import { TypeFilters } from './type-filters.tsx';
import { TypeTable } from './type-table.tsx';

const everything: TypeFilter = { search: '', group: null, tier: null, place: null, detection: null };

/** Coverage: every type of value that is recognised, searched and filtered, with its rules and their tests. */
export function TypesPage(): ReactNode {
  const { title } = useTexts(redaction);
  const t = useTexts(coverage);
  return (
    <Page title={title} lead={t.lead} below={<RedactionTabs />}>
      <QueryView query={useTypeListing()}>{({ types }) => <FilteredTypes types={types} />}</QueryView>
      <TypeDrawer />
    </Page>
  );
}

function FilteredTypes({ types }: { readonly types: readonly ListedType[] }): ReactNode {
  const t = useTexts(coverage);
  const typeName = useTypeName();
  const [filter, setFilter] = useState(everything);
  const shown = filterTypes(types, filter, typeName);
  return (
    <Stack>
      <Totals types={shown} />
      <TypeFilters types={types} filter={filter} onFilter={setFilter} />
      {shown.length === 0 ? (
        <EmptyState icon={IconListSearch} title={t.noMatch} text={t.noMatchText} />
      ) : (
        <TypeTable types={shown} />
      )}
    </Stack>
  );
}

/** Of the types that are shown. */
function Totals({ types }: { readonly types: readonly ListedType[] }): ReactNode {
  const t = useTexts(coverage);
  const format = useFormat();
  const sum = (count: (type: ListedType) => number): string =>
    format.number(types.reduce((total, type) => total + count(type), 0));
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} role="status">
      <StatTile label={t.types} value={format.number(types.length)} />
      <StatTile label={t.rules} value={sum(({ rules }) => rules.length)} />
      <StatTile label={t.positives} value={sum(({ tests }) => tests.positives)} />
      <StatTile label={t.negatives} value={sum(({ tests }) => tests.negatives)} />
    </SimpleGrid>
  );
}
