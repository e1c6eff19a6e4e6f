import {
  Alert,
  Anchor,
  Button,
  Code,
  Group,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconCircleCheck, IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toFailure } from '../../api/failure.ts';
import { QueryView } from '../../components/query-view.tsx';
import { FailureAlert } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import {
  type AuditState,
  checkpointAddress,
  isUnderWay,
  useAuditState,
  useVerifyAudit,
} from '../../data/audit.ts';
import { audit } from '../../i18n/audit.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CheckpointPicture } from './checkpoint-picture.tsx';

/** How the log stands, and the button that has all of it verified. */
export function ChainCard(): ReactNode {
  const t = useTexts(audit);
  const state = useAuditState();
  return (
    <Paper component="section" withBorder p="md" mb="lg" aria-labelledby="chain-title">
      <Title order={2} id="chain-title" mb="sm">
        {t.chain}
      </Title>
      <QueryView query={state}>{(data) => <Chain state={data} />}</QueryView>
    </Paper>
  );
}

function Chain({ state }: { readonly state: AuditState }): ReactNode {
  const t = useTexts(audit);
  const format = useFormat();
  const verify = useVerifyAudit();
  const { checkpoint } = state;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap={6}>
        <Fact name={t.size}>{format.number(state.size)}</Fact>
        <Fact name={t.checkpoint}>
          {t.covers(checkpoint.size)}
          {checkpoint.at !== undefined && (
            <>
              {' · '}
              <Timestamp at={checkpoint.at} />
            </>
          )}
        </Fact>
        <Fact name={t.key}>
          <Code>{checkpoint.key}</Code>
        </Fact>
        {checkpoint.failing && <Alert color="red">{t.signingFails}</Alert>}
        <Text size="sm" c="dimmed">
          {t.keepIt}
        </Text>
        <Anchor href={checkpointAddress} download size="sm">
          <IconDownload size={14} aria-hidden /> {t.downloadCheckpoint}
        </Anchor>
        <CheckpointPicture />
      </Stack>
      <Stack gap="sm" align="flex-start">
        <Button onClick={() => verify.mutate()} loading={verify.isPending || isUnderWay(state)}>
          {t.verify}
        </Button>
        {verify.error !== null && <FailureAlert failure={toFailure(verify.error)} />}
        <Verification state={state} />
      </Stack>
    </SimpleGrid>
  );
}

function Verification({ state }: { readonly state: AuditState }): ReactNode {
  const t = useTexts(audit);
  const format = useFormat();
  const { task, verification } = state;
  if (task !== undefined && isUnderWay(state)) {
    const share = t.verifyingShare(format.percent(task.progress));
    return (
      <Stack gap={4} w="100%">
        <Progress value={task.progress * 100} aria-label={share} />
        <Text size="sm" role="status">
          {share}
        </Text>
      </Stack>
    );
  }
  if (task?.state === 'failed')
    return (
      <Alert color="red" title={t.verifyFailed}>
        {task.error}
      </Alert>
    );
  if (verification === undefined) return <Text c="dimmed">{t.neverVerified}</Text>;
  const Icon = verification.ok ? IconCircleCheck : IconAlertTriangle;
  return (
    <Alert
      w="100%"
      role="status"
      color={verification.ok ? 'pine' : 'red'}
      icon={<Icon size={18} aria-hidden />}
      title={verification.ok ? t.verified : t.damaged}
    >
      <Text size="sm" lang="en">
        {verification.message}
      </Text>
      {verification.problems.map((problem) => (
        <Text key={`${problem.kind} ${problem.from}`} size="sm" lang="en">
          {problem.message}
        </Text>
      ))}
      <Text size="sm" component="div" c="dimmed">
        {t.lastVerified} <Timestamp at={verification.at} />
      </Text>
    </Alert>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <Group gap="sm" wrap="nowrap" align="baseline">
      <Text c="dimmed" size="sm" w={170} flex="none">
        {name}
      </Text>
      <Text component="div">{children}</Text>
    </Group>
  );
}
