import { Code, Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { JsonObject } from '../../data/json.ts';
import type { Content } from './document/read-operations.ts';
import { toSchemaTree } from './document/schema-tree.ts';
import { SchemaView } from './schema-view.tsx';

interface ContentViewProps {
  readonly document: JsonObject;
  readonly content: Content;
  readonly label: string;
  readonly marksRequired?: boolean;
}

export function ContentView({
  document,
  content,
  label,
  marksRequired = false,
}: ContentViewProps): ReactNode {
  const node = useMemo(() => toSchemaTree(document, content.schema), [document, content]);
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        <Code>{content.mediaType}</Code>
      </Text>
      <SchemaView node={node} label={label} marksRequired={marksRequired} />
    </Stack>
  );
}
