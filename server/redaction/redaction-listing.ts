import type { EntityCatalog } from './entity-catalog.ts';
import type { Tier } from './entity-type.ts';

export interface ListedType {
  readonly id: string;
  readonly label: string;
  readonly locale: string;
  readonly tier: Tier;
  /** Words that announce a value, lower case. */
  readonly context: readonly string[];
  /** Ids of its rules. */
  readonly rules: readonly string[];
}

export interface ListedRule {
  readonly id: string;
  readonly type: string;
  readonly locale: string;
  readonly tier: Tier;
  readonly validator: string;
  readonly score: number;
}

/** What `redact --list` prints. */
export interface RedactionListing {
  readonly types: readonly ListedType[];
  readonly rules: readonly ListedRule[];
  readonly totals: { readonly types: number; readonly rules: number };
}

export function listRedaction(catalog: EntityCatalog): RedactionListing {
  const types = catalog.types.map(({ id, label, locale, tier, context }) => ({
    id,
    label,
    locale,
    tier,
    context,
    rules: catalog.rules.filter((rule) => rule.type === id).map((rule) => rule.id),
  }));
  const rules = catalog.rules.map(({ id, type, validator, score }) => {
    const { locale, tier } = catalog.type(type);
    return { id, type, locale, tier, validator, score };
  });
  return { types, rules, totals: { types: types.length, rules: rules.length } };
}
