import { NavLink, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { reference } from '../../i18n/reference.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { findOperations, groupByTag, type OperationGroup } from './document/find-operations.ts';
import type { Operation } from './document/read-operations.ts';
import { MethodBadge } from './method-badge.tsx';
import classes from './reference.module.css';

interface OperationListProps {
  readonly operations: readonly Operation[];
  readonly current: string | undefined;
}

export function OperationList({ operations, current }: OperationListProps): ReactNode {
  const t = useTexts(reference);
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 120);
  const found = useMemo(() => findOperations(operations, settled), [operations, settled]);
  const groups = useMemo(() => groupByTag(found), [found]);
  return (
    <Stack gap="xs" className={classes['side']}>
      <TextInput
        type="search"
        label={t.search}
        placeholder={t.searchPlaceholder}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed" role="status">
        {found.length === 0 ? t.nothing : t.found(found.length)}
      </Text>
      <ScrollArea className={classes['list']} type="auto" offsetScrollbars>
        <nav aria-label={t.operations}>
          {groups.map((group) => (
            <Group key={group.tag} group={group} current={current} />
          ))}
        </nav>
      </ScrollArea>
    </Stack>
  );
}

interface GroupProps {
  readonly group: OperationGroup;
  readonly current: string | undefined;
}

function Group({ group: { tag, operations }, current }: GroupProps): ReactNode {
  return (
    <section aria-label={tag}>
      <Text size="xs" fw={700} tt="uppercase" c="dimmed" mt="sm" mb={4} lang="en">
        {tag}
      </Text>
      {operations.map(({ id, method, path, summary }) => (
        <NavLink
          key={id}
          active={id === current}
          label={<span className={classes['path']}>{path}</span>}
          title={summary}
          leftSection={<MethodBadge method={method} size="xs" />}
          py={5}
          renderRoot={(props) => (
            <Link to="/reference" hash={id} activeOptions={{ includeHash: true, exact: true }} {...props} />
          )}
        />
      ))}
    </section>
  );
}
