import { Card, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { models } from '../../i18n/models.ts';
import { useTexts } from '../../i18n/define-texts.ts';

const steps = ['fetch', 'check', 'bringIn', 'list', 'restart'] as const;

/** What to type, where there is something to type. */
const commands: Readonly<Partial<Record<(typeof steps)[number], string>>> = {
  check: 'sha256sum model.gguf',
  bringIn: 'npm run -s cli -- models import /media/usb/model.gguf',
  restart: 'npm start',
};

/** How a model gets in without a network. */
export function BringModel(): ReactNode {
  const t = useTexts(models);
  return (
    <Card withBorder component="section" aria-labelledby="bring-model">
      <Stack gap="sm">
        <Title order={2} id="bring-model">
          {t.bring.title}
        </Title>
        <Text size="sm">{t.bring.lead}</Text>
        <List type="ordered" spacing="sm" size="sm">
          {steps.map((step) => (
            <List.Item key={step}>
              <Text span fw={600}>
                {t.bring.steps[step].title}
              </Text>
              <br />
              {t.bring.steps[step].text}
              <Command text={commands[step]} />
            </List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t.bring.more}
        </Text>
      </Stack>
    </Card>
  );
}

function Command({ text }: { readonly text: string | undefined }): ReactNode {
  if (text === undefined) return null;
  return (
    <Group gap={4} mt={4}>
      <Code>{text}</Code>
      <CopyButton text={text} />
    </Group>
  );
}
