import type { Grounded, Kept } from '../domain/exchange.ts';

/**
 * Makes the values durable that later exchanges of the conversation must know again, before any model sees their
 * placeholders. An exchange without a conversation keeps nothing.
 * @throws AppError when they cannot be kept
 */
export async function keepValues(grounded: Grounded): Promise<Kept> {
  await grounded.valueStore?.save(grounded.vault.unkept());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only place that mints it: the values are durable
  return grounded as Kept;
}
