import { Accordion, Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { reference } from '../../i18n/reference.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { ContentView } from './content-view.tsx';
import type { JsonObject } from '../../data/json.ts';
import type { Reply } from './document/read-operations.ts';

interface ReplyListProps {
  readonly document: JsonObject;
  readonly replies: readonly Reply[];
}

/** What comes back: the good reply is open, the errors are one click away. */
export function ReplyList({ document, replies }: ReplyListProps): ReactNode {
  const t = useTexts(reference);
  const good = replies.filter(({ status }) => status !== 'default').map(({ status }) => status);
  return (
    <Accordion multiple defaultValue={good} variant="contained" keepMounted={false} order={4}>
      {replies.map(({ status, content }) => (
        <Accordion.Item key={status} value={status}>
          <Accordion.Control>
            <Group gap="xs">
              <Badge variant="light" color={status === 'default' ? 'red' : 'green'}>
                {status === 'default' ? t.error : status}
              </Badge>
              {content === undefined && (
                <Text span size="sm">
                  {t.none}
                </Text>
              )}
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            {content === undefined ? (
              <Text size="sm">{t.emptyBody}</Text>
            ) : (
              <ContentView document={document} content={content} label={`${t.response} ${status}`} />
            )}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
