import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toFailure } from '../../api/failure.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { EmptyState, FailureAlert } from '../../components/states.tsx';
import { useApiKeys, useRevokeKey } from '../../data/keys.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { keys } from '../../i18n/keys.ts';
import { CreateKey } from './create-key.tsx';
import { KeyTable } from './key-table.tsx';
import { PeopleTabs } from './people-tabs.tsx';

export function KeysPage(): ReactNode {
  const t = useTexts(keys);
  const query = useApiKeys();
  const revoke = useRevokeKey();
  const [creating, create] = useDisclosure();
  const mayCreate = useMay('api-key:create');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      below={<PeopleTabs />}
      actions={
        mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create.open}>
            {t.create}
          </Button>
        )
      }
    >
      {revoke.error !== null && <FailureAlert failure={toFailure(revoke.error)} />}
      <QueryView
        query={query}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState icon={IconKey} title={t.emptyTitle} text={t.emptyText} />}
      >
        {(list) => <KeyTable keys={list} onRevoke={revoke.mutate} />}
      </QueryView>
      <ShowMore query={query} />
      <CreateKey opened={creating} onClose={create.close} />
    </Page>
  );
}
