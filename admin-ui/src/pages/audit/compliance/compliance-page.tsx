import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClauseReport } from '../../../api/schema.ts';
import { DayField } from '../../../components/day-field.tsx';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useCompliance } from '../../../data/compliance.ts';
import { compliance } from '../../../i18n/compliance.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AuditTabs } from '../audit-tabs.tsx';
import { ClauseTable } from './clause-table.tsx';
import { type ComplianceSearch, laws, parseComplianceSearch } from './compliance-search.ts';

/** What the log has to show for laws and standards, to be read on the screen or printed. */
export function CompliancePage(): ReactNode {
  const t = useTexts(compliance);
  const search = useSearch({ from: '/frame/audit/compliance' });
  const report = useCompliance(search);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      below={<AuditTabs />}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t.print}
        </Button>
      }
    >
      <Alert mb="md">{t.caution}</Alert>
      <Choice search={search} />
      <QueryView query={report}>{({ clauses }) => <Laws clauses={clauses} only={search.law} />}</QueryView>
      <Text size="sm" c="dimmed" mt="md">
        {t.recorded}
      </Text>
    </Page>
  );
}

function Choice({ search }: { readonly search: ComplianceSearch }): ReactNode {
  const t = useTexts(compliance);
  const navigate = useNavigate({ from: '/audit/compliance' });
  const change = (part: Readonly<Record<string, string | null>>): void =>
    void navigate({ search: () => parseComplianceSearch({ ...search, ...part }), replace: true });
  return (
    <Group align="flex-end" gap="sm" mb="lg">
      <Select
        label={t.law}
        placeholder={t.everyLaw}
        data={laws.map((value) => ({ value, label: t.laws[value] }))}
        value={search.law ?? null}
        onChange={(law) => change({ law })}
        clearable
        w={280}
      />
      <DayField
        label={t.from}
        placeholder={t.anyDay}
        value={search.from ?? null}
        onChange={(from) => change({ from })}
        w={190}
      />
      <DayField
        label={t.to}
        placeholder={t.anyDay}
        value={search.to ?? null}
        onChange={(to) => change({ to })}
        w={190}
      />
    </Group>
  );
}

function Laws({
  clauses,
  only,
}: {
  readonly clauses: readonly ClauseReport[];
  readonly only: ClauseReport['law'] | undefined;
}): ReactNode {
  const t = useTexts(compliance);
  return (
    <Stack gap="xl">
      {laws
        .filter((law) => only === undefined || law === only)
        .map((law) => (
          <section key={law} aria-labelledby={`law-${law}`}>
            <Title order={2} id={`law-${law}`} mb="xs">
              {t.laws[law]}
            </Title>
            <ClauseTable label={t.laws[law]} clauses={clauses.filter((clause) => clause.law === law)} />
          </section>
        ))}
    </Stack>
  );
}
