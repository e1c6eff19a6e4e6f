import { Badge, Code, Collapse, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useId } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import type { TriedReply } from '../../data/try-request.ts';
import { reference } from '../../i18n/reference.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import classes from './reference.module.css';

/** What the server said: status, time, size, headers, body. */
export function ReplyView({ reply }: { readonly reply: TriedReply }): ReactNode {
  const t = useTexts(reference);
  const format = useFormat();
  return (
    <Stack gap="xs" role="region" aria-label={t.response} aria-live="polite">
      <Group gap="md">
        <Badge color={reply.status < 400 ? 'green' : 'red'} variant="light" tt="none" size="lg">
          {reply.status} {reply.statusText}
        </Badge>
        <Text size="sm">{format.seconds(reply.ms)}</Text>
        <Text size="sm">{format.bytes(reply.bytes)}</Text>
      </Group>
      <Headers headers={reply.headers} />
      {reply.text === '' ? (
        <Text size="sm">{t.emptyBody}</Text>
      ) : (
        <Group align="flex-start" wrap="nowrap" gap="xs">
          <Code block className={classes['code']} flex={1} tabIndex={0} aria-label={t.replyBody}>
            {reply.text}
          </Code>
          <CopyButton text={reply.text} />
        </Group>
      )}
    </Stack>
  );
}

function Headers({ headers }: { readonly headers: TriedReply['headers'] }): ReactNode {
  const t = useTexts(reference);
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <div>
      <UnstyledButton onClick={toggle} aria-expanded={opened} aria-controls={id} fz="sm" td="underline">
        {t.headers} ({headers.length})
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        <Table fz="xs" mt="xs">
          <Table.Tbody>
            {headers.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
    </div>
  );
}
