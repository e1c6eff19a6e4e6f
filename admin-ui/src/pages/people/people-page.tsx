import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { EmptyState } from '../../components/states.tsx';
import { usePeople } from '../../data/people.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { InvitePerson } from './invite-person.tsx';
import { PeopleTable } from './people-table.tsx';
import { PeopleTabs } from './people-tabs.tsx';

export function PeoplePage(): ReactNode {
  const t = useTexts(people);
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 200);
  const query = usePeople(wanted);
  const [inviting, invite] = useDisclosure();
  const mayInvite = useMay('user:create');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      below={<PeopleTabs />}
      actions={
        mayInvite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={invite.open}>
            {t.invite}
          </Button>
        )
      }
    >
      <TextInput
        type="search"
        maw={360}
        mb="md"
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <QueryView
        query={query}
        isEmpty={(accounts) => accounts.length === 0}
        empty={<EmptyState icon={IconUsers} title={t.emptyTitle} text={t.emptyText} />}
      >
        {(accounts) => <PeopleTable accounts={accounts} />}
      </QueryView>
      <ShowMore query={query} />
      <InvitePerson opened={inviting} onClose={invite.close} />
    </Page>
  );
}
