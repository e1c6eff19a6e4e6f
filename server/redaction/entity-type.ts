/**
 * How much harm a value does in the wrong hands, worst first. `critical`: secrets, identity and payment numbers.
 * `personal`: who and where a person is. `indirect`: leads to a person together with other data.
 * `attribute`: says something about a person or a case; masked where a profile asks for it.
 */
export const tiers = ['critical', 'personal', 'indirect', 'attribute'] as const;

export type Tier = (typeof tiers)[number];

/** How two written forms are recognised as one value: `compact` ignores separators and case. */
export const canonicalForms = ['compact', 'spaced', 'exact'] as const;

export type CanonicalForm = (typeof canonicalForms)[number];

export interface EntityType {
  /** Stable id, for example `CN_RESIDENT_ID`. */
  readonly id: string;
  /** Family name in placeholders: capitals and underscores, at most 10 characters. */
  readonly label: string;
  readonly tier: Tier;
  /** ISO 3166 country, or `*`. */
  readonly locale: string;
  readonly canonical: CanonicalForm;
  /** Words that announce a value, lower case. ASCII words match as whole words. */
  readonly context: readonly string[];
  /** Words that announce something else, lower case: a value right after one of them is not this type. */
  readonly unless?: readonly string[];
}
