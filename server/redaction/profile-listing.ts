import type { EntityCatalog } from './entity-catalog.ts';
import type { EntityType } from './entity-type.ts';
import type { MaskProfile } from './mask-profile.ts';

/** Why a profile masks a type or leaves it: its tier is on or off, or the profile names the type itself. */
export type ProfileReason = 'tier' | 'included' | 'excluded' | 'not-in-tiers';

export interface TypeInProfile {
  readonly type: string;
  readonly masked: boolean;
  readonly because: ProfileReason;
}

/** A profile with what it does to values of each type, in the order of the catalogue. */
export interface ListedProfile extends MaskProfile {
  readonly types: readonly TypeInProfile[];
}

export function listProfile(profile: MaskProfile, catalog: EntityCatalog): ListedProfile {
  const types = catalog.types.map((type) => {
    const because = reasonFor(profile, type);
    return { type: type.id, masked: because === 'tier' || because === 'included', because };
  });
  return { ...profile, types };
}

/** An exclusion outdoes everything, as in `maskedTypes`. */
function reasonFor({ tiers, include, exclude }: MaskProfile, { id, tier }: EntityType): ProfileReason {
  if (exclude.includes(id)) return 'excluded';
  if (tiers.includes(tier)) return 'tier';
  return include.includes(id) ? 'included' : 'not-in-tiers';
}
