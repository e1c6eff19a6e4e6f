/** Ways to ask that somebody can choose; policy may be stricter. */
export const groundings = ['auto', 'verbatim', 'off'] as const;

/** What somebody has chosen for their next questions. */
export interface Chosen {
  /** The default model when undefined. */
  readonly model: string | undefined;
  /** All that they may read when empty. */
  readonly collections: readonly string[];
  readonly grounding: (typeof groundings)[number];
}

export const nothingChosen: Chosen = { model: undefined, collections: [], grounding: 'auto' };

/** The choices as a request says them. */
export function toRequest({ model, collections, grounding }: Chosen): {
  model?: string;
  collections?: string[];
  grounding: Chosen['grounding'];
} {
  return {
    ...(model === undefined ? {} : { model }),
    ...(collections.length === 0 ? {} : { collections: [...collections] }),
    grounding,
  };
}
