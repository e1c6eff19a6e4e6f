import { Badge, Button, Paper, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useConfirm } from '../../components/confirm.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import type { ListedApiKey } from '../../data/keys.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { keys as keyTexts } from '../../i18n/keys.ts';
import { permissionTexts } from '../../i18n/permissions.ts';

interface KeyTableProps {
  readonly keys: readonly ListedApiKey[];
  readonly onRevoke: (id: string) => void;
}

export function KeyTable({ keys, onRevoke }: KeyTableProps): ReactNode {
  const t = useTexts(keyTexts);
  const mayRevoke = useMay('api-key:revoke');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860}>
        <Table verticalSpacing="sm" aria-label={t.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.name}</Table.Th>
              <Table.Th>{t.scopes}</Table.Th>
              <Table.Th>{t.limits}</Table.Th>
              <Table.Th>{t.state}</Table.Th>
              <Table.Th>{t.expires}</Table.Th>
              <Table.Th>{t.lastUsed}</Table.Th>
              {mayRevoke && <Table.Th aria-hidden />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={mayRevoke ? onRevoke : undefined} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface KeyRowProps {
  readonly apiKey: ListedApiKey;
  /** Absent for who may not revoke. */
  readonly onRevoke: ((id: string) => void) | undefined;
}

function KeyRow({ apiKey, onRevoke }: KeyRowProps): ReactNode {
  const t = useTexts(keyTexts);
  const { name, ownerName, scopes, models = [], collections = [], state, expiresAt, lastUsedAt } = apiKey;
  const limits = [...models, ...collections];
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {ownerName}
        </Text>
      </Table.Td>
      <Table.Td>
        <ScopeList scopes={scopes} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" {...(limits.length === 0 && { c: 'dimmed' })}>
          {limits.length === 0 ? t.noLimits : limits.join(', ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant={state === 'active' ? 'light' : 'default'} tt="none" fw={500}>
          {t.states[state]}
        </Badge>
      </Table.Td>
      <Table.Td>{expiresAt === undefined ? t.never : <Timestamp at={expiresAt} as="time" />}</Table.Td>
      <Table.Td>{lastUsedAt === undefined ? t.unused : <Timestamp at={lastUsedAt} />}</Table.Td>
      {onRevoke !== undefined && (
        <Table.Td ta="right">
          {state !== 'revoked' && <RevokeButton apiKey={apiKey} onRevoke={onRevoke} />}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** How many are spelled out before the rest is counted. */
const SPELLED_OUT = 3;

function ScopeList({ scopes }: { readonly scopes: readonly string[] }): ReactNode {
  const t = useTexts(keyTexts);
  const words: Readonly<Record<string, string>> = useTexts(permissionTexts);
  const rest = scopes.length - SPELLED_OUT;
  return (
    <Stack gap={0}>
      {scopes.slice(0, SPELLED_OUT).map((scope) => (
        <Text key={scope} size="sm">
          {words[scope] ?? scope}
        </Text>
      ))}
      {rest > 0 && (
        <Text size="sm" c="dimmed">
          {t.moreScopes(rest)}
        </Text>
      )}
    </Stack>
  );
}

function RevokeButton({
  apiKey: { id, name },
  onRevoke,
}: {
  readonly apiKey: ListedApiKey;
  readonly onRevoke: (id: string) => void;
}): ReactNode {
  const t = useTexts(keyTexts);
  const confirm = useConfirm();
  const ask = async (): Promise<void> => {
    const request = { title: t.revokeTitle(name), consequence: t.revokeText, action: t.revokeAction };
    if (await confirm(request)) onRevoke(id);
  };
  return (
    <Button size="xs" variant="default" aria-label={t.revokeOf(name)} onClick={() => void ask()}>
      {t.revoke}
    </Button>
  );
}
