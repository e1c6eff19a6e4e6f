import { Stack } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useAuditRequests } from '../../../data/audit-requests.ts';
import { useMay } from '../../../data/session.ts';
import { audit } from '../../../i18n/audit.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AuditTabs } from '../audit-tabs.tsx';
import { AskErasure } from './ask-erasure.tsx';
import { AskHold } from './ask-hold.tsx';
import { HoldList } from './hold-list.tsx';
import { RequestTable } from './request-table.tsx';

/** The second person's inbox: what others ask, what became of it, and the holds in force. */
export function RequestsPage(): ReactNode {
  const { title } = useTexts(audit);
  const t = useTexts(auditRequests);
  const requests = useAuditRequests();
  const [mayErase, mayHold] = [useMay('audit:erase'), useMay('audit:hold')];
  return (
    <Page
      title={title}
      lead={t.lead}
      below={<AuditTabs />}
      actions={
        <>
          {mayErase && <AskErasure />}
          {mayHold && <AskHold />}
        </>
      }
    >
      <Stack gap="xl">
        <section>
          <QueryView
            query={requests}
            isEmpty={(list) => list.length === 0}
            empty={<EmptyState icon={IconUsers} title={t.none} text={t.noneText} />}
          >
            {(list) => <RequestTable requests={list} />}
          </QueryView>
          <ShowMore query={requests} />
        </section>
        {mayHold && <HoldList />}
      </Stack>
    </Page>
  );
}
