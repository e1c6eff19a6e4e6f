import { ensureBuilt } from '../ensure-built.mjs';
import type * as redactorModule from '../../server/redaction/redactor.ts';
import { loadMaskProfiles } from '../../server/redaction/mask-profile.ts';
import { systemRandom } from '../../server/util/random.ts';

/** Milliseconds: a busy machine must not close the path here. */
const NO_HURRY = 600_000;

/** The redactor that users run: the compiled one. Run from its sources it is slower, since tsx wraps every closure. */
export async function loadBuiltRedactor(): Promise<redactorModule.Redactor> {
  ensureBuilt({ only: 'server' });
  const address = new URL('../../dist/server/redaction/redactor.js', import.meta.url).href;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was compiled from this very module a moment ago
  const { createRedactor } = (await import(address)) as typeof redactorModule;
  return createRedactor({
    profiles: loadMaskProfiles('policies/redaction'),
    random: systemRandom,
    deadlineMs: NO_HURRY,
  });
}
