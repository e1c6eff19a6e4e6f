import { Code, Group, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import type { CodeExample } from './document/code-examples.ts';
import classes from './reference.module.css';

export function ExampleCode({ examples }: { readonly examples: readonly CodeExample[] }): ReactNode {
  return (
    <Tabs defaultValue={examples[0]?.title ?? null} keepMounted={false}>
      <Tabs.List>
        {examples.map(({ title }) => (
          <Tabs.Tab key={title} value={title}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {examples.map(({ title, code }) => (
        <Tabs.Panel key={title} value={title} pt="xs">
          <Group align="flex-start" wrap="nowrap" gap="xs">
            <Code block className={classes['code']} flex={1} tabIndex={0}>
              {code}
            </Code>
            <CopyButton text={code} />
          </Group>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
