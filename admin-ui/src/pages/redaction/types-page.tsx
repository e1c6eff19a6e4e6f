import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconListSearch, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { tiers, type TypeListing, useTypeListing } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { filterTypes, type TypeFilter } from './filter-types.ts';
import { RedactionTabs } from './redaction-tabs.tsx';
import { TypeTable } from './type-table.tsx';
import { useRegionName } from './use-region-name.ts';

/** Every type of value that is recognised, searched and filtered. */
export function TypesPage(): ReactNode {
  const t = useTexts(redaction);
  return (
    <Page title={t.title} lead={t.typesLead} below={<RedactionTabs />}>
      <QueryView query={useTypeListing()}>{(listing) => <FilteredTypes listing={listing} />}</QueryView>
    </Page>
  );
}

function FilteredTypes({ listing }: { readonly listing: TypeListing }): ReactNode {
  const t = useTexts(redaction);
  const format = useFormat();
  const typeName = useTypeName();
  const [filter, setFilter] = useState<TypeFilter>({ search: '', tier: null, locale: null });
  const shown = filterTypes(listing.types, filter, typeName);
  const rules = shown.reduce((sum, type) => sum + type.rules.length, 0);
  return (
    <Stack>
      <TypeFilters listing={listing} filter={filter} onFilter={setFilter} />
      <Text size="sm" c="dimmed" role="status">
        {t.totals(format.number(shown.length), format.number(rules))}
      </Text>
      {shown.length === 0 ? (
        <EmptyState icon={IconListSearch} title={t.noMatch} text={t.noMatchText} />
      ) : (
        <TypeTable types={shown} rules={listing.rules} />
      )}
    </Stack>
  );
}

interface TypeFiltersProps {
  readonly listing: TypeListing;
  readonly filter: TypeFilter;
  readonly onFilter: (filter: TypeFilter) => void;
}

function TypeFilters({ listing, filter, onFilter }: TypeFiltersProps): ReactNode {
  const t = useTexts(redaction);
  const regionName = useRegionName();
  const locales = [...new Set(listing.types.map(({ locale }) => locale))];
  return (
    <Group align="flex-end">
      <TextInput
        aria-label={t.searchTypes}
        placeholder={t.searchTypes}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        w={320}
        maw="100%"
      />
      <Select
        aria-label={t.tier}
        placeholder={t.allTiers}
        data={tiers.map((tier) => ({ value: tier, label: t.tiers[tier] }))}
        value={filter.tier}
        onChange={(tier) => onFilter({ ...filter, tier })}
        clearable
        w={160}
      />
      <Select
        aria-label={t.region}
        placeholder={t.allRegions}
        data={locales.map((locale) => ({ value: locale, label: regionName(locale) }))}
        value={filter.locale}
        onChange={(locale) => onFilter({ ...filter, locale })}
        clearable
        w={180}
      />
    </Group>
  );
}
