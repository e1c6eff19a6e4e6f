import type { ListedType } from '../../data/mask-rules.ts';
import { kindOfType } from '../../data/value-kinds.ts';
import { countryOf } from './use-region-name.ts';

/** null for all. */
export interface TypeFilter {
  readonly search: string;
  /** What people call the values: a `ValueKind`. */
  readonly group: string | null;
  readonly tier: string | null;
  /** Country, vendor, or `*`. */
  readonly place: string | null;
  readonly detection: string | null;
}

/** The types whose name, id, rules or announcing words hold the searched characters. */
export function filterTypes(
  types: readonly ListedType[],
  { search, group, tier, place, detection }: TypeFilter,
  nameOf: (type: string) => string,
): readonly ListedType[] {
  const wanted = search.trim().toLowerCase();
  return types.filter(
    (type) =>
      (group === null || kindOfType(type.id) === group) &&
      (tier === null || type.tier === tier) &&
      (place === null || placesOf(type).includes(place)) &&
      (detection === null || type.kinds.some((kind) => kind === detection)) &&
      [nameOf(type.id), type.id, ...type.rules, ...type.context].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
}

/** Countries and vendors of a type and its rules, each once. */
export function placesOf({ locale, locales }: ListedType): readonly string[] {
  return [...new Set([locale, ...locales].map((one) => countryOf(one) ?? one))];
}
