import { AppError } from '../errors.ts';
import { createEntityCatalog, type EntityCatalog } from './entity-catalog.ts';
import type { NameRecogniser } from './name-recogniser.ts';
import type { ModelRule } from './rule.ts';

/** What the catalogue of models says of a recogniser. */
export type DescribedRecogniser = Pick<NameRecogniser, 'model' | 'types' | 'threshold'>;

/** The id under which a profile switches off what a model finds of one type. */
export function modelRuleId(model: string, type: string): string {
  return `ner.${model}.${type}`;
}

/**
 * Joins the catalog with a rule for each type that a recogniser finds.
 * @throws AppError ERR_CONFIG_INVALID naming the model and the type that is not there
 */
export function withModelRules(
  catalog: EntityCatalog,
  recognisers: readonly DescribedRecogniser[],
): EntityCatalog {
  if (recognisers.length === 0) return catalog;
  const rules = recognisers.flatMap((one) => one.types.map((type) => ruleOf(catalog, one, type)));
  return createEntityCatalog([...catalog.families, { types: [], rules }]);
}

function ruleOf(catalog: EntityCatalog, { model, threshold }: DescribedRecogniser, type: string): ModelRule {
  if (!catalog.has(type)) {
    throw new AppError(
      'ERR_CONFIG_INVALID',
      `models/catalog.yaml: the labels of model ${model} name the entity type ${type}, and there is none (see redact --list).`,
    );
  }
  return {
    kind: 'model',
    id: modelRuleId(model, type),
    type,
    validator: `model ${model}`,
    score: threshold,
    source: 'models/catalog.yaml',
    tests: { found: [], ignored: [] },
  };
}
