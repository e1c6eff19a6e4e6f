import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { documentFilters } from '../../data/documents.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { useListAddress } from './use-list-address.ts';

const ALL = 'all';

/** Documents out of effect are listed for those who keep them, so they alone have something to choose, or whom a link shows a part. */
export function DocumentFilterChoice(): ReactNode {
  const t = useTexts(documents);
  const { query, change } = useListAddress();
  const mayKeep = useMay('document:update');
  if (!mayKeep && query.filter === undefined) return null;
  return (
    <Select
      aria-label={t.filter}
      data={[
        { value: ALL, label: t.allDocuments },
        ...documentFilters.map((value) => ({ value, label: t.filters[value] })),
      ]}
      value={query.filter ?? ALL}
      onChange={(value) => change({ filter: documentFilters.find((one) => one === value), page: 1 })}
      allowDeselect={false}
      w={{ base: '100%', xs: 220 }}
    />
  );
}
