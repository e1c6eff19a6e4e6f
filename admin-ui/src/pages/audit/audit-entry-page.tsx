import { Anchor, Button, Code, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconCircleX, IconDownload } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { type AuditEntryDetail, proofAddress, useAuditEntry } from '../../data/audit.ts';
import { useMay } from '../../data/session.ts';
import { audit } from '../../i18n/audit.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { factsOf } from './entry-summary.ts';
import { AskReveal } from './requests/ask-reveal.tsx';
import { hasSealedText } from './requests/has-sealed-text.ts';

export function AuditEntryPage(): ReactNode {
  const t = useTexts(audit);
  const seq = Number(useParams({ from: '/frame/audit/$seq' }).seq);
  const entry = useAuditEntry(seq);
  const mayReveal = useMay('audit:reveal');
  return (
    <Page
      title={t.entryTitle(seq)}
      actions={
        <>
          {mayReveal && entry.data !== undefined && hasSealedText(entry.data.leaf) && (
            <AskReveal entry={seq} />
          )}
          <Button
            component={Link}
            to="/audit"
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            {t.back}
          </Button>
        </>
      }
    >
      <QueryView query={entry}>{(detail) => <Detail detail={detail} />}</QueryView>
    </Page>
  );
}

function Detail({ detail }: { readonly detail: AuditEntryDetail }): ReactNode {
  const t = useTexts(audit);
  return (
    <Stack>
      <Group gap="sm">
        <Text fw={600}>{detail.type}</Text>
        <Text component="div" c="dimmed">
          <Timestamp at={detail.at} />
        </Text>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Paper component="section" withBorder p="md">
          <Title order={2} mb="xs">
            {t.facts}
          </Title>
          <Facts detail={detail} />
        </Paper>
        <Stack>
          <ProofCard detail={detail} />
          {detail.exchange.length > 0 && <Exchange detail={detail} />}
        </Stack>
      </SimpleGrid>
      <Paper component="section" withBorder p="md">
        <Group justify="space-between" mb="xs">
          <Title order={2}>{t.leaf}</Title>
          <CopyButton text={detail.text} />
        </Group>
        <Code block tabIndex={0}>
          {JSON.stringify(detail.leaf, undefined, 2)}
        </Code>
      </Paper>
    </Stack>
  );
}

function Facts({ detail }: { readonly detail: AuditEntryDetail }): ReactNode {
  return (
    <Table.ScrollContainer minWidth={300} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table fz="sm" variant="vertical" layout="fixed">
        <Table.Tbody>
          {factsOf(detail.leaf).map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th w={170}>{name}</Table.Th>
              <Table.Td>
                <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                  {value}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ProofCard({ detail }: { readonly detail: AuditEntryDetail }): ReactNode {
  const t = useTexts(audit);
  const { seq, previous, following } = detail;
  return (
    <Paper component="section" withBorder p="md">
      <Title order={2} mb="xs">
        {t.proof}
      </Title>
      <Stack gap={6}>
        <Check ok={detail.intact} text={detail.intact ? t.intact : t.notIntact} />
        <Check ok={detail.linked} text={detail.linked ? t.linked : t.notLinked} />
        <Check ok={detail.proof !== 'changed'} text={t.proofs[detail.proof]} />
        <Text size="sm" c="dimmed">
          {t.hash}
        </Text>
        <Code block tabIndex={0}>
          {detail.hash}
        </Code>
        <Group gap="md">
          {previous !== undefined && <Neighbour seq={previous.seq} text={t.previous} />}
          {following !== undefined && <Neighbour seq={following.seq} text={t.following} />}
        </Group>
        {useMay('audit:prove') && (
          <Anchor href={proofAddress(seq)} download={`entry-${seq}.tlog-proof`} size="sm">
            <IconDownload size={14} aria-hidden /> {t.downloadProof}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}

function Check({ ok, text }: { readonly ok: boolean; readonly text: string }): ReactNode {
  const Icon = ok ? IconCircleCheck : IconCircleX;
  return (
    <Group gap="xs" wrap="nowrap" {...(ok ? {} : { c: 'red.9' })}>
      <Icon size={18} aria-hidden />
      <Text size="sm">{text}</Text>
    </Group>
  );
}

function Neighbour({ seq, text }: { readonly seq: number; readonly text: string }): ReactNode {
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/audit/$seq" params={{ seq: String(seq) }} {...props} />}
    >
      {text}
    </Anchor>
  );
}

function Exchange({ detail }: { readonly detail: AuditEntryDetail }): ReactNode {
  const t = useTexts(audit);
  return (
    <Paper component="section" withBorder p="md">
      <Title order={2} mb="xs">
        {t.sameExchange}
      </Title>
      <Stack gap={4}>
        {detail.exchange.map(({ seq, type, at }) => (
          <Group key={seq} gap="sm">
            <Neighbour seq={seq} text={String(seq)} />
            <Text size="sm" fw={seq === detail.seq ? 600 : 400}>
              {type}
            </Text>
            <Text size="sm" c="dimmed" component="div">
              <Timestamp at={at} as="time" />
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
