import { Alert, Group, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { type AuditFilters, useAuditSearch, useAuditState } from '../../data/audit.ts';
import { useMay } from '../../data/session.ts';
import { audit } from '../../i18n/audit.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { AnchorList } from './anchor-list.tsx';
import { AuditTabs } from './audit-tabs.tsx';
import { ChainCard } from './chain-card.tsx';
import { EntryTable } from './entry-table.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterForm } from './filter-form.tsx';

/** The state of the log for whoever may verify it, and its entries for whoever may read them. */
export function AuditPage(): ReactNode {
  const t = useTexts(audit);
  const filters = useSearch({ from: '/frame/audit' });
  const [mayRead, mayExport, mayVerify] = [
    useMay('audit:read'),
    useMay('audit:export'),
    useMay('audit:verify'),
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      below={<AuditTabs />}
      actions={mayExport && <ExportButton filters={filters} />}
    >
      {mayVerify && <ChainCard />}
      {mayVerify && <Anchors />}
      {mayRead ? <Explorer filters={filters} /> : <Alert>{t.onlyVerify}</Alert>}
    </Page>
  );
}

function Anchors(): ReactNode {
  const { data } = useAuditState();
  return data === undefined ? null : <AnchorList anchoring={data.anchoring} />;
}

function Explorer({ filters }: { readonly filters: AuditFilters }): ReactNode {
  const t = useTexts(audit);
  const navigate = useNavigate({ from: '/audit' });
  const search = useAuditSearch(filters);
  return (
    <section>
      <FilterForm
        filters={filters}
        onChange={(next) => void navigate({ search: () => next, replace: true })}
      />
      <QueryView
        query={search}
        isEmpty={({ total }) => total === 0}
        empty={<EmptyState icon={IconListSearch} title={t.none} text={t.noneText} />}
      >
        {(found) => (
          <>
            <Group justify="space-between" mb={6}>
              <Text size="sm" role="status">
                {t.total(found.total)}
              </Text>
              <Text size="sm" c="dimmed">
                {t.recorded}
              </Text>
            </Group>
            <EntryTable search={found} key={found.search} />
          </>
        )}
      </QueryView>
    </section>
  );
}
