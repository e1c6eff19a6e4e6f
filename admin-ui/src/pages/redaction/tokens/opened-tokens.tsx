import { Alert, Button, Code, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconLockOpen } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { CopyButton } from '../../../components/copy-button.tsx';
import { EmptyState } from '../../../components/states.tsx';
import type { OpenedText, OpenedToken } from '../../../data/value-tokens.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { valueTokens } from '../../../i18n/value-tokens.ts';
import { useTypeName } from '../../../state/use-type-name.ts';
import classes from '../redaction.module.css';

/** Characters of a token that are shown: enough to tell it from others. */
const SHOWN = 24;

interface OpenedTokensProps {
  readonly opened: OpenedText;
  /** What was sent. */
  readonly text: string;
  readonly onClear: () => void;
}

/** Each token with its value, or with what is wrong with it; then the text with the values in it. */
export function OpenedTokens({ opened, text, onClear }: OpenedTokensProps): ReactNode {
  const t = useTexts(valueTokens);
  const format = useFormat();
  const { tokens, reason } = opened;
  if (tokens.length === 0) return <EmptyState icon={IconLockOpen} title={t.none} text={t.noneText} />;
  const refused = tokens.filter(({ problem }) => problem !== undefined).length;
  return (
    <Stack>
      <Group justify="space-between">
        <Text role="status" fw={500}>
          {[
            t.opened(format.number(tokens.length - refused)),
            ...(refused === 0 ? [] : [t.refused(format.number(refused))]),
          ].join(' · ')}
        </Text>
        <Button variant="default" size="xs" onClick={onClear}>
          {t.clear}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t.recorded(reason)}
      </Text>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t.title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.token}</Table.Th>
                <Table.Th>{t.type}</Table.Th>
                <Table.Th>{t.value}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tokens.map((token) => (
                <TokenRow key={token.start} token={token} text={text} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      {refused < tokens.length && <TextWithValues text={opened.text} />}
    </Stack>
  );
}

function TokenRow({ token, text }: { readonly token: OpenedToken; readonly text: string }): ReactNode {
  const t = useTexts(valueTokens);
  const typeName = useTypeName();
  const { start, end, label, type, value, problem } = token;
  const written = text.slice(start, end);
  return (
    <Table.Tr>
      <Table.Td>
        <Code>{written.length > SHOWN ? `${written.slice(0, SHOWN)}…` : written}</Code>
      </Table.Td>
      <Table.Td>{type === undefined ? label : typeName(type)}</Table.Td>
      <Table.Td>
        {problem !== undefined && (
          <Alert color="orange" variant="transparent" p={0} icon={<IconAlertTriangle aria-hidden />}>
            <Text size="sm">{t.problems[problem]}</Text>
          </Alert>
        )}
        {value !== undefined && (
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
            <CopyButton text={value} label={t.copyValue} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function TextWithValues({ text }: { readonly text: string }): ReactNode {
  const t = useTexts(valueTokens);
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id={id}>
          {t.result}
        </Title>
        <CopyButton text={text} label={t.copyText} />
      </Group>
      <div className={classes['text']}>{text}</div>
    </Paper>
  );
}
