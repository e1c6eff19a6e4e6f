import { builtInCatalog } from '../server/redaction/built-in-catalog.ts';
import type { EntityType } from '../server/redaction/entity-type.ts';
import { listRedaction, type ListedRule } from '../server/redaction/redaction-listing.ts';
import { groupBy } from '../server/util/group-by.ts';

/** docs/entity-types.md: every type that masking knows, from the registry itself. */
export function renderEntityTypeDocs(): string {
  const catalog = builtInCatalog();
  const { rules, totals } = listRedaction(catalog);
  const rulesByType = groupBy(rules, (rule) => rule.type);
  const rows = catalog.types
    .toSorted((a, b) => (a.locale === b.locale ? (a.id < b.id ? -1 : 1) : a.locale < b.locale ? -1 : 1))
    .map((type) => renderRow(type, rulesByType.get(type.id) ?? []));
  return `# Types of values that masking knows

Generated from the registry (\`npm run docs\`); \`npm run -s cli -- redact --list\` prints it whole, with words, written forms and tests.
${totals.types} types, ${totals.rules} rules, ${totals.positives} texts in which a rule must find its value and ${totals.negatives} in which it must find nothing. A rule is one documented format, country or
vendor that can be switched off on its own. *Checked*: by check digits, structure or tables as named. *Needs a word*: only beside a word that announces the type.

| type | country | tier | rules | decided by |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function renderRow(type: EntityType, rules: readonly ListedRule[]): string {
  const validators = [...new Set(rules.map((rule) => rule.validator))];
  const shown = validators.slice(0, 3).join('; ') + (validators.length > 3 ? ' …' : '');
  const needsWord = rules.every((rule) => rule.needsContext) ? '; needs a word' : '';
  return `| ${type.id} | ${type.locale} | ${type.tier} | ${rules.length} | ${shown.replaceAll('|', '\\|')}${needsWord} |`;
}
