import type { Grounding, GroundingRequest, Obligations } from '../domain/exchange.ts';
import type { ModelCard } from '../domain/model-card.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Bundle, CollectionRule, ModelRule } from './settings.ts';

/** From loose to strict. */
const groundings: readonly Grounding[] = ['off', 'free', 'verbatim'];

/** Roles that may use a model: those of every rule that names it, or names all models. */
export function rolesOfModel(rules: readonly ModelRule[], model: string): readonly string[] {
  return [...new Set(rules.filter((rule) => fitsModel(rule, model)).flatMap((rule) => rule.roles))];
}

/**
 * The duties of one exchange: the bundle's and those of every rule that fits the model and the caller's roles,
 * the strictest of each. The request and the model card can only tighten them.
 * @throws AppError ERR_POLICY_DENIED when no rule lets the caller use the model
 */
export function joinObligations(
  bundle: Bundle,
  rules: readonly ModelRule[],
  principal: Principal,
  model: ModelCard,
  request: GroundingRequest,
): Obligations {
  const fitting = fittingRules(rules, principal, model);
  if (fitting.length === 0) {
    throw new AppError('ERR_POLICY_DENIED', `You may not use the model ${model.id}.`, {
      status: 403,
      param: 'model',
    });
  }
  const duties = [bundle, ...fitting];
  const demanded = strictest(duties.map((duty) => duty.grounding ?? 'off'));
  return {
    maskProfile: firstMaskProfile(fitting) ?? bundle.maskProfile,
    restore: duties.some((duty) => duty.restore === 'none') ? 'none' : 'all',
    grounding: strictest([demanded, requestedGrounding(request, model)]),
    unsupported: duties.some((duty) => duty.unsupported === 'remove') ? 'remove' : 'flag',
  };
}

/**
 * The same for an exchange that searches these collections: what one of them demands, the whole answer owes. A rule
 * can only tighten.
 */
export function tightenFor(
  collections: readonly string[],
  rules: readonly CollectionRule[],
  obligations: Obligations,
): Obligations {
  // Without evidence there is nothing of a collection in the answer.
  if (obligations.grounding === 'off') return obligations;
  const fitting = rules.filter((rule) => rule.collections.some((id) => collections.includes(id)));
  const isStrict = fitting.some(({ unsupported }) => unsupported === 'remove');
  return {
    ...obligations,
    grounding: strictest([obligations.grounding, ...fitting.map(({ grounding }) => grounding ?? 'off')]),
    unsupported: isStrict ? 'remove' : obligations.unsupported,
  };
}

/** The profile that masks this caller's questions to the model; the bundle's for a caller who may not ask it. */
export function chooseMaskProfile(
  bundle: Bundle,
  rules: readonly ModelRule[],
  principal: Principal,
  model: ModelCard,
): string {
  return firstMaskProfile(fittingRules(rules, principal, model)) ?? bundle.maskProfile;
}

function firstMaskProfile(rules: readonly ModelRule[]): string | undefined {
  return rules.find((rule) => rule.maskProfile !== undefined)?.maskProfile;
}

function fittingRules(
  rules: readonly ModelRule[],
  principal: Principal,
  model: ModelCard,
): readonly ModelRule[] {
  return rules.filter(
    (rule) => fitsModel(rule, model.id) && rule.roles.some((role) => principal.roles.includes(role)),
  );
}

function fitsModel(rule: ModelRule, model: string): boolean {
  return rule.models.includes('*') || rule.models.includes(model);
}

function requestedGrounding(request: GroundingRequest, model: ModelCard): Grounding {
  switch (request) {
    case 'auto':
    case 'required':
      return model.grounding ?? 'free';
    case 'verbatim':
      return 'verbatim';
    case 'off':
      return 'off';
    default:
      return request satisfies never;
  }
}

function strictest(candidates: readonly Grounding[]): Grounding {
  return candidates.reduce((left, right) =>
    groundings.indexOf(right) > groundings.indexOf(left) ? right : left,
  );
}
