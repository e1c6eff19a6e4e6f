import type { EntityCatalog } from './entity-catalog.ts';
import type { EntityType } from './entity-type.ts';
import type { MaskProfile } from './mask-profile.ts';
import { isPassing, type OperatorName } from './operator.ts';
import { createOperatorChoice } from './operator-rule.ts';

/** Why a profile masks a type or leaves it: its tier is on or off, or the profile names the type itself. */
export type ProfileReason = 'tier' | 'included' | 'excluded' | 'not-in-tiers';

export interface TypeInProfile {
  readonly type: string;
  readonly masked: boolean;
  readonly because: ProfileReason;
  /** What happens to it in a question of somebody whose role no operator names; absent where it is not looked for. */
  readonly operator?: OperatorName;
}

/** A profile with what it does to values of each type, in the order of the catalogue. */
export interface ListedProfile extends MaskProfile {
  readonly types: readonly TypeInProfile[];
}

export function listProfile(profile: MaskProfile, catalog: EntityCatalog): ListedProfile {
  const operatorOf = createOperatorChoice(profile.operators, catalog, { purpose: 'chat', roles: [] });
  const types = catalog.types.map((type) => {
    const because = reasonFor(profile, type);
    if (because === 'excluded' || because === 'not-in-tiers')
      return { type: type.id, masked: false, because };
    const operator = operatorOf(type.id);
    return { type: type.id, masked: !isPassing(operator), because, operator: operator.use };
  });
  return { ...profile, types };
}

/** An exclusion outdoes everything, as in `maskedTypes`. */
function reasonFor({ tiers, include, exclude }: MaskProfile, { id, tier }: EntityType): ProfileReason {
  if (exclude.includes(id)) return 'excluded';
  if (tiers.includes(tier)) return 'tier';
  return include.includes(id) ? 'included' : 'not-in-tiers';
}
