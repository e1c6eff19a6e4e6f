import type { Caller } from './caller.ts';
import { administrationCarriers } from './carriers-administration.ts';
import { deskCarriers } from './carriers-desk.ts';
import { knowledgeCarriers } from './carriers-knowledge.ts';
import { modelCarriers } from './carriers-models.ts';
import type { PlantedProduct } from './product.ts';

/** What the carriers of one walk share. */
export interface Walk extends Caller {
  readonly product: PlantedProduct;
  /** A collection to plant documents in. */
  readonly collection: string;
}

/** Sends one route every text that it takes, a new value in each field. It may call others to get there. */
export type Carrier = (walk: Walk) => Promise<void>;

/**
 * Every route: how text gets into it, or `no text` where it takes none but ids and enumerated words. A new route must be
 * added here. Besides, every route gets values where it expects none: see `plantEverywhere`.
 */
export const carriers: Readonly<Record<string, Carrier | 'no text'>> = {
  ...modelCarriers,
  ...deskCarriers,
  ...knowledgeCarriers,
  ...administrationCarriers,
};
