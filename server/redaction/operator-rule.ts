import { z } from 'zod';
import { roles } from '../domain/principal.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { type Tier, tiers } from './entity-type.ts';
import { isGeneralisable } from './generalise.ts';
import { maskPurposes, type MaskUse, type Operator } from './operator.ts';

const reach = {
  types: z.array(z.string()).min(1).optional(),
  tiers: z.array(z.enum(tiers)).min(1).optional(),
  roles: z.array(z.enum(roles)).min(1).optional(),
  purposes: z.array(z.enum(maskPurposes)).min(1).optional(),
};

/** One rule of `operators` in a profile. */
export const operatorRule = z
  .discriminatedUnion('use', [
    z.strictObject({ ...reach, use: z.literal('mask'), restore: z.enum(['all', 'none']).default('all') }),
    z.strictObject({
      ...reach,
      use: z.literal('hash'),
      scope: z.enum(['conversation', 'installation']).default('conversation'),
    }),
    z.strictObject({ ...reach, use: z.enum(['generalise', 'partial', 'encrypt', 'block', 'warn', 'allow']) }),
  ])
  .refine((rule) => rule.types !== undefined || rule.tiers !== undefined, {
    message: 'say which values it is for: types, tiers or both',
  });

/** Which values, for whom and for what, and what happens to them. */
export type OperatorRule = z.output<typeof operatorRule>;

/**
 * What is wrong with a rule that has the right shape, by the field it stands in.
 * @param masked ids of the types that the profile looks for
 */
export function objectionsTo(
  rule: OperatorRule,
  masked: ReadonlySet<string>,
  catalog: EntityCatalog,
): readonly { readonly path: readonly (string | number)[]; readonly message: string }[] {
  const ofTypes = (rule.types ?? []).flatMap((type, at) => {
    const message = objectionToType(rule, type, masked, catalog);
    return message === undefined ? [] : [{ path: ['types', at], message }];
  });
  if (rule.use !== 'generalise' || rule.tiers === undefined) return ofTypes;
  return [
    ...ofTypes,
    { path: ['tiers'], message: 'generalise is for types: not every type has a coarser form' },
  ];
}

function objectionToType(
  { use }: OperatorRule,
  type: string,
  masked: ReadonlySet<string>,
  catalog: EntityCatalog,
): string | undefined {
  if (!catalog.has(type)) return `unknown entity type ${type} (see redact --list)`;
  if (!masked.has(type)) return `${type} is not among the types of this profile: add it to include`;
  if (use === 'generalise' && !isGeneralisable(type)) return `${type} has no coarser form`;
  return undefined;
}

/** The operator of each type for one use of the profile: that of the first rule that fits, else `mask`. */
export function createOperatorChoice(
  rules: readonly OperatorRule[],
  catalog: EntityCatalog,
  use: MaskUse,
): (type: string) => Operator {
  const fitting = rules.filter((rule) => isFor(rule, use));
  const chosen = new Map<string, Operator>();
  return (type) => {
    const known = chosen.get(type);
    if (known !== undefined) return known;
    const { tier } = catalog.type(type);
    const rule = fitting.find((candidate) => reaches(candidate, type, tier));
    const operator = rule ?? maskAndRestore;
    chosen.set(type, operator);
    return operator;
  };
}

const maskAndRestore: Operator = { use: 'mask', restore: 'all' };

function isFor({ roles: forRoles, purposes }: OperatorRule, use: MaskUse): boolean {
  if (purposes !== undefined && !purposes.includes(use.purpose)) return false;
  return forRoles === undefined || forRoles.some((role) => use.roles.includes(role));
}

function reaches({ types, tiers: ofTiers }: OperatorRule, type: string, tier: Tier): boolean {
  return types?.includes(type) === true || ofTiers?.includes(tier) === true;
}
