import type { ListedType } from '../../data/mask-rules.ts';

export interface TypeFilter {
  readonly search: string;
  /** null for all. */
  readonly tier: string | null;
  readonly locale: string | null;
}

/** The types whose name, id, rules or announcing words hold the searched characters. */
export function filterTypes(
  types: readonly ListedType[],
  { search, tier, locale }: TypeFilter,
  nameOf: (type: string) => string,
): readonly ListedType[] {
  const wanted = search.trim().toLowerCase();
  return types.filter(
    (type) =>
      (tier === null || type.tier === tier) &&
      (locale === null || type.locale === locale) &&
      [nameOf(type.id), type.id, ...type.rules, ...type.context].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
}
