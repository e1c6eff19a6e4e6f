import { Group, Pagination } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';

interface DocumentPagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

export function DocumentPager({ page, pages, onPage }: DocumentPagerProps): ReactNode {
  const t = useTexts(documents);
  if (pages < 2) return null;
  return (
    <Group justify="center" component="nav" aria-label={t.pages}>
      <Pagination
        value={page}
        total={pages}
        onChange={onPage}
        getItemProps={(number) => ({ 'aria-label': t.page(number) })}
        getControlProps={(control) => ({
          'aria-label': control === 'previous' ? t.previousPage : t.nextPage,
        })}
      />
    </Group>
  );
}
