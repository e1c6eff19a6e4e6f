import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { reference } from '../../i18n/reference.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import type { JsonObject } from '../../data/json.ts';
import { ContentView } from './content-view.tsx';
import type { Operation } from './document/read-operations.ts';
import { MethodBadge } from './method-badge.tsx';
import { ParameterTable } from './parameter-table.tsx';
import { Part } from './part.tsx';
import { ReplyList } from './reply-list.tsx';
import { TryIt } from './try-it.tsx';

interface OperationViewProps {
  readonly document: JsonObject;
  readonly operation: Operation;
}

export function OperationView({ document, operation }: OperationViewProps): ReactNode {
  const t = useTexts(reference);
  const { id, method, path, summary, permission, parameters, body, replies } = operation;
  return (
    <Stack gap="lg" component="article" aria-labelledby="operation">
      <Stack gap="xs">
        <Group gap="sm">
          <MethodBadge method={method} />
          <Title order={2} size="h4" id="operation" ff="monospace">
            {path}
          </Title>
          <CopyButton text={linkTo(id)} label={t.link} />
        </Group>
        <Text lang="en">{summary}</Text>
        <Group gap="xs">
          <Badge variant="outline" color="gray" tt="none">
            {permission === 'public' ? t.public : `${t.permission} ${permission}`}
          </Badge>
        </Group>
      </Stack>
      {parameters.length > 0 && (
        <Part title={t.parameters}>
          <ParameterTable document={document} parameters={parameters} />
        </Part>
      )}
      {body !== undefined && (
        <Part title={t.body}>
          <ContentView document={document} content={body} label={t.body} marksRequired />
        </Part>
      )}
      <Part title={t.responses}>
        <ReplyList document={document} replies={replies} />
      </Part>
      <TryIt key={id} document={document} operation={operation} />
    </Stack>
  );
}

/** The address of this page with the operation open, for a colleague. */
function linkTo(id: string): string {
  return `${window.location.origin}/reference#${id}`;
}
