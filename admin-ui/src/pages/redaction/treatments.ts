import type { MaskProfile } from '../../api/schema.ts';

export type OperatorRule = MaskProfile['operators'][number];

/** One thing that happens to values of a type. */
export interface Treatment {
  /** Undefined where values are left as they are. */
  readonly use: OperatorRule['use'] | undefined;
  /** Whom it is for; absent for everybody. */
  readonly roles?: readonly string[];
  /** What it is for; absent for everything. */
  readonly purposes?: readonly string[];
  /** That placeholders stay in answers; absent where values come back. */
  readonly restore?: 'none';
  /** That a value has the same hash everywhere in the installation; absent where only in a conversation. */
  readonly scope?: 'installation';
}

export interface TypeTreatment {
  readonly treatments: readonly Treatment[];
  /** Why the profile looks for the type, or does not. */
  readonly because: MaskProfile['types'][number]['because'];
}

/** What a profile does to each type: its operator rules in their order, up to the one that is for everybody. */
export function treatmentsOf(
  { types, operators }: MaskProfile,
  tierOf: (type: string) => string | undefined,
): ReadonlyMap<string, TypeTreatment> {
  return new Map(
    types.map(({ type, because }) => {
      const isSought = because === 'tier' || because === 'included';
      const treatments = isSought
        ? applied(operators.filter((rule) => reaches(rule, type, tierOf(type))))
        : [left];
      return [type, { treatments, because }];
    }),
  );
}

/** Whether two profiles do the same to values of a type, whatever their reasons. */
export function isSameTreatment(one: TypeTreatment | undefined, other: TypeTreatment | undefined): boolean {
  return JSON.stringify(one?.treatments) === JSON.stringify(other?.treatments);
}

const left: Treatment = { use: undefined };

function applied(rules: readonly OperatorRule[]): readonly Treatment[] {
  const last = rules.findIndex(({ roles, purposes }) => roles === undefined && purposes === undefined);
  const used = last < 0 ? [...rules, { use: 'mask' } as const] : rules.slice(0, last + 1);
  return used.map(treatmentOf);
}

/** What a rule says besides the values that it is for. */
export function treatmentOf({ use, ...rule }: OperatorRule): Treatment {
  return {
    use,
    ...('roles' in rule && rule.roles !== undefined ? { roles: rule.roles } : {}),
    ...('purposes' in rule && rule.purposes !== undefined ? { purposes: rule.purposes } : {}),
    ...('restore' in rule && rule.restore === 'none' ? { restore: rule.restore } : {}),
    ...('scope' in rule && rule.scope === 'installation' ? { scope: rule.scope } : {}),
  };
}

function reaches({ types, tiers }: OperatorRule, type: string, tier: string | undefined): boolean {
  return types?.includes(type) === true || (tier !== undefined && tiers?.includes(tier) === true);
}
