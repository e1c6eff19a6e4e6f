import { Badge, List, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { type Role, usePermitted } from '../../data/people.ts';
import type { Permission } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';
import { permissionTexts } from '../../i18n/permissions.ts';

interface RolePreviewProps {
  readonly roles: readonly Role[];
  /** The roles of now, to show what changes. */
  readonly before?: readonly Role[];
}

/** What the policies permit somebody with these roles, as they decide it. */
export function RolePreview({ roles, before = roles }: RolePreviewProps): ReactNode {
  const t = useTexts(people);
  const after = usePermitted(roles);
  const present = usePermitted(before);
  return (
    <Paper withBorder p="md" component="section" aria-label={t.preview} aria-live="polite">
      <Text fw={600} size="sm" mb={4}>
        {t.preview}
      </Text>
      {roles.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.previewNone}
        </Text>
      ) : (
        <QueryView query={after}>
          {(permitted) => <Permitted permitted={permitted} present={present.data ?? permitted} />}
        </QueryView>
      )}
    </Paper>
  );
}

interface PermittedProps {
  readonly permitted: readonly Permission[];
  readonly present: readonly Permission[];
}

function Permitted({ permitted, present }: PermittedProps): ReactNode {
  const t = useTexts(people);
  const words = useTexts(permissionTexts);
  const lost = present.filter((permission) => !permitted.includes(permission));
  return (
    <Stack gap="xs">
      <Text size="sm">{t.previewMay(permitted.length)}</Text>
      <List size="sm" spacing={2}>
        {permitted.map((permission) => (
          <List.Item key={permission}>
            {words[permission]}
            {!present.includes(permission) && (
              <Badge ml={6} size="sm" variant="light" tt="none">
                {t.previewGained}
              </Badge>
            )}
          </List.Item>
        ))}
      </List>
      {lost.length > 0 && (
        <>
          <Text size="sm">{t.previewLost}</Text>
          <List size="sm" spacing={2}>
            {lost.map((permission) => (
              <List.Item key={permission}>{words[permission]}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
