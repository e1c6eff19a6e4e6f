import {
  Alert,
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconChecklist, IconPlayerPlay, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { toFailure } from '../../api/failure.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailureAlert } from '../../components/states.tsx';
import { type PolicyTests, useRunPolicyTests } from '../../data/policies.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { policies } from '../../i18n/policies.ts';
import { PoliciesTabs } from './policies-tabs.tsx';

export function PolicyTestsPage(): ReactNode {
  const t = useTexts(policies);
  const run = useRunPolicyTests();
  const button = (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      loading={run.isPending}
      onClick={() => run.mutate()}
    >
      {t.run}
    </Button>
  );
  return (
    <Page title={t.testsTitle} lead={t.testsLead} below={<PoliciesTabs />} actions={button}>
      {run.error !== null && <FailureAlert failure={toFailure(run.error)} />}
      {run.data === undefined ? (
        <EmptyState icon={IconChecklist} title={t.notRun} text={t.notRunText} />
      ) : (
        <Results tests={run.data} />
      )}
    </Page>
  );
}

function Results({ tests }: { readonly tests: PolicyTests }): ReactNode {
  const t = useTexts(policies);
  const { total, failed, cases } = tests;
  const [show, setShow] = useState(failed > 0 ? 'failed' : 'all');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const shown = cases.filter(
    ({ passed, name }) => (show === 'all' || !passed) && name.toLowerCase().includes(wanted),
  );
  return (
    <Stack>
      <Alert color={failed === 0 ? 'pine' : 'red'} role="status">
        {failed === 0 ? t.allPassed(total) : t.someFailed(failed, total)}
      </Alert>
      <Group>
        <SegmentedControl
          aria-label={t.show}
          value={show}
          onChange={setShow}
          data={[
            { value: 'all', label: t.all },
            { value: 'failed', label: t.failed },
          ]}
        />
        <TextInput
          type="search"
          aria-label={t.filter}
          placeholder={t.filter}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Group>
      {shown.length === 0 ? <Text c="dimmed">{t.noCase}</Text> : <CaseTable cases={shown} />}
    </Stack>
  );
}

function CaseTable({ cases }: { readonly cases: PolicyTests['cases'] }): ReactNode {
  const t = useTexts(policies);
  const anyFailed = cases.some(({ passed }) => !passed);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={760}>
        <Table aria-label={t.testsTitle}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.result}</Table.Th>
              <Table.Th>{t.case}</Table.Th>
              <Table.Th>{t.expected}</Table.Th>
              {anyFailed && <Table.Th>{t.actual}</Table.Th>}
              <Table.Th>{t.from}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cases.map(({ file, name, expected, actual, passed }) => (
              <Table.Tr key={`${file} ${name}`}>
                <Table.Td>
                  <Badge color={passed ? 'pine' : 'red'} variant="light" tt="none" fw={500} miw="max-content">
                    {passed ? t.passed : t.failedOne}
                  </Badge>
                </Table.Td>
                <Table.Td lang="en">{name}</Table.Td>
                <Table.Td lang="en">{expected}</Table.Td>
                {anyFailed && <Table.Td lang="en">{passed ? '' : actual}</Table.Td>}
                <Table.Td>{file}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
