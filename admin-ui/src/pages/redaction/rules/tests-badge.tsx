import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RuleTest } from '../../../data/custom-rules.ts';
import { customRules } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** How the tests of a rule came out. */
export function TestsBadge({ tests }: { readonly tests: readonly RuleTest[] }): ReactNode {
  const t = useTexts(customRules);
  const format = useFormat();
  const failed = tests.filter(({ outcome }) => outcome !== 'passed').length;
  const count = format.number(tests.length);
  return (
    <Badge color={failed === 0 ? 'pine' : 'red'} variant="light" tt="none" fw={500} miw="max-content">
      {failed === 0 ? t.allPassed(count) : t.someFailed(format.number(failed), count)}
    </Badge>
  );
}
