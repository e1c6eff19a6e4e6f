import type { EntityType } from './entity-type.ts';
import { createPlaceholderGrammar, type PlaceholderGrammar } from './placeholder-grammar.ts';
import type { EntityFamily, Rule } from './rule.ts';

/** Label of text that looked like a placeholder before masking. */
export const LITERAL_LABEL = 'LITERAL';

/** Every type and rule there is. */
export interface EntityCatalog {
  readonly families: readonly EntityFamily[];
  readonly types: readonly EntityType[];
  readonly rules: readonly Rule[];
  readonly grammar: PlaceholderGrammar;
  has(type: string): boolean;
  /** @throws Error for an unknown type. */
  type(id: string): EntityType;
}

/**
 * Joins the families.
 * @throws Error when two types or two rules share an id, or a rule names a type that is not there: a mistake in
 * the code, found by every test that starts the redactor.
 */
export function createEntityCatalog(families: readonly EntityFamily[]): EntityCatalog {
  const types = families.flatMap((family) => family.types);
  const rules = families.flatMap((family) => family.rules);
  const byId = new Map(types.map((type) => [type.id, type]));
  assertUnique(types.map((type) => type.id));
  assertUnique(rules.map((rule) => rule.id));
  const orphan = rules.find((rule) => !byId.has(rule.type));
  if (orphan !== undefined) throw new Error(`The rule ${orphan.id} names the unknown type ${orphan.type}.`);
  return {
    families,
    types,
    rules,
    grammar: createPlaceholderGrammar([...new Set(types.map((type) => type.label)), LITERAL_LABEL]),
    has: (id) => byId.has(id),
    type(id) {
      const type = byId.get(id);
      if (type === undefined) throw new Error(`Unknown entity type ${id}.`);
      return type;
    },
  };
}

function assertUnique(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`The id ${twice} is used twice.`);
}
