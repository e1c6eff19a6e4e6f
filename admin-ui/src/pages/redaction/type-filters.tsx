import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type ListedType, tiers } from '../../data/mask-rules.ts';
import { kindOfType, valueKinds } from '../../data/value-kinds.ts';
import { coverage, detections } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { placesOf, type TypeFilter } from './filter-types.ts';
import { useGroupName } from './use-group-name.ts';
import { isRegion, useRegionName } from './use-region-name.ts';

interface TypeFiltersProps {
  readonly types: readonly ListedType[];
  readonly filter: TypeFilter;
  readonly onFilter: (filter: TypeFilter) => void;
}

export function TypeFilters({ types, filter, onFilter }: TypeFiltersProps): ReactNode {
  const t = useTexts(coverage);
  const names = useTexts(detections);
  const groupName = useGroupName();
  const groups = new Map(types.map(({ id }) => [kindOfType(id), groupName(id)]));
  return (
    <Group align="flex-end">
      <TextInput
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        w={240}
        maw="100%"
      />
      <Select
        aria-label={t.group}
        placeholder={t.allGroups}
        data={valueKinds.flatMap((kind) => {
          const label = groups.get(kind);
          return label === undefined ? [] : [{ value: kind, label }];
        })}
        value={filter.group}
        onChange={(group) => onFilter({ ...filter, group })}
        clearable
        searchable
        w={150}
      />
      <Select
        aria-label={t.tier}
        placeholder={t.allTiers}
        data={tiers.map((tier) => ({ value: tier, label: t.tiers[tier] }))}
        value={filter.tier}
        onChange={(tier) => onFilter({ ...filter, tier })}
        clearable
        w={130}
      />
      <PlaceSelect types={types} value={filter.place} onPlace={(place) => onFilter({ ...filter, place })} />
      <Select
        aria-label={t.detection}
        placeholder={t.allDetections}
        data={Object.entries(names).map(([value, label]) => ({ value, label }))}
        value={filter.detection}
        onChange={(detection) => onFilter({ ...filter, detection })}
        clearable
        w={160}
      />
    </Group>
  );
}

interface PlaceSelectProps {
  readonly types: readonly ListedType[];
  readonly value: string | null;
  readonly onPlace: (place: string | null) => void;
}

/** Countries first, then the vendors whose keys and tokens are known. */
function PlaceSelect({ types, value, onPlace }: PlaceSelectProps): ReactNode {
  const t = useTexts(coverage);
  const { tag } = useLanguage();
  const regionName = useRegionName();
  const places = [...new Set(types.flatMap(placesOf))]
    .map((place) => ({ value: place, label: regionName(place) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, tag));
  const vendors = places.filter((place) => !isRegion(place.value));
  return (
    <Select
      aria-label={t.place}
      placeholder={t.allPlaces}
      data={[
        { group: t.regions, items: places.filter((place) => isRegion(place.value)) },
        ...(vendors.length === 0 ? [] : [{ group: t.vendors, items: vendors }]),
      ]}
      value={value}
      onChange={onPlace}
      clearable
      searchable
      w={160}
    />
  );
}
