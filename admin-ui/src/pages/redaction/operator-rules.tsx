import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { coverage } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { operators } from '../../i18n/operators.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { type OperatorRule, treatmentOf } from './treatments.ts';
import { useTreatmentNote } from './use-treatment-note.ts';

/** The rules of a profile in their order: which values, what happens to them, for whom and for what. */
export function OperatorRules({ rules }: { readonly rules: readonly OperatorRule[] }): ReactNode {
  const t = useTexts(operators);
  const valuesOf = useValuesOf();
  const noteOf = useTreatmentNote();
  return (
    <List type="ordered" size="sm" mt={4} aria-label={t.rules}>
      {rules.map((rule, place) => (
        // A rule has no identity but its place, which decides.
        <List.Item key={place}>
          <Text size="sm">
            {[t.ruleOf(valuesOf(rule), t.names[rule.use]), noteOf(treatmentOf(rule), 0)]
              .filter((text) => text !== '')
              .join(' ')}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

/** The types and tiers that a rule is for, by the names that people call them. */
function useValuesOf(): (rule: OperatorRule) => string {
  const t = useTexts(operators);
  const typeName = useTypeName();
  const names: Readonly<Record<string, string>> = useTexts(coverage).tiers;
  return ({ types = [], tiers = [] }) =>
    [...types.map(typeName), ...tiers.map((tier) => t.tier(names[tier] ?? tier))].join(t.and);
}
