import { Button, Code, Stack } from '@mantine/core';
import { IconFilePlus, IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useCustomRules } from '../../../data/custom-rules.ts';
import { useMay } from '../../../data/session.ts';
import { customRules, rulesExample } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { redaction } from '../../../i18n/redaction.ts';
import { RedactionTabs } from '../redaction-tabs.tsx';
import { RuleDrawer } from './rule-drawer.tsx';
import { RuleTable } from './rule-table.tsx';

/** The rules that the operator added, what tests them, and where they count. */
export function RulesPage(): ReactNode {
  const { title } = useTexts(redaction);
  const t = useTexts(customRules);
  const mayTry = useMay('policy:decide');
  const query = useCustomRules();
  const [chosen, setChosen] = useState<string>();
  const tryOut = (
    <Button
      leftSection={<IconFlask size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/redaction/rules/try" />}
    >
      {t.try}
    </Button>
  );
  return (
    <Page title={title} lead={t.lead} below={<RedactionTabs />} actions={mayTry ? tryOut : undefined}>
      <QueryView query={query} isEmpty={(rules) => rules.length === 0} empty={<NoRules />}>
        {(rules) => (
          <>
            <RuleTable rules={rules} onChoose={setChosen} />
            <ShowMore query={query} />
            <RuleDrawer rule={rules.find(({ id }) => id === chosen)} onClose={() => setChosen(undefined)} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function NoRules(): ReactNode {
  const t = useTexts(customRules);
  const { yaml } = useTexts(rulesExample);
  return (
    <Stack align="center">
      <EmptyState icon={IconFilePlus} title={t.emptyTitle} text={t.emptyText} />
      <Code block w="100%" maw={640} tabIndex={0} role="region" aria-label={t.exampleFile}>
        {yaml}
      </Code>
    </Stack>
  );
}
