import * as fc from 'fast-check';
import { loadMaskProfiles } from '../server/redaction/mask-profile.ts';
import { createRedactor } from '../server/redaction/redactor.ts';
import { systemRandom } from '../server/util/random.ts';
import {
  everySplit,
  everySplitOfJson,
  handedOn,
  jsonRoundTrip,
  littleHeldBack,
  noForeignValue,
  type OpenVault,
  roundTrip,
} from '../tests/helpers/restore-properties.ts';

/** Cases of the law that matters most. The others get a twentieth, those that look at every split of a text a hundredth. */
const CASES = Number(process.argv[2] ?? 100_000);

const redactor = createRedactor({ profiles: loadMaskProfiles('policies/redaction'), random: systemRandom });
const open: OpenVault = (kept) =>
  redactor.openVault('government', { purpose: 'chat', roles: ['member'] }, kept);

await report('restore(mask(text)) is the text', roundTrip(open), CASES);
await report('the same inside JSON', jsonRoundTrip(open), CASES / 20);
await report('a stream cut anywhere gives the whole', everySplit(open), CASES / 100);
await report('fewer than 24 characters wait', littleHeldBack(open), CASES / 20);
await report('a JSON stream cut anywhere stays JSON', everySplitOfJson(open), CASES / 100);
await report('no value of another conversation', noForeignValue(open), CASES / 20);
await report('the next exchange knows the values again', handedOn(open), CASES / 20);

async function report<T>(law: string, property: fc.IRawProperty<T>, cases: number): Promise<void> {
  const started = performance.now();
  const result = await fc.check<T>(property, { numRuns: cases });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  // A counterexample is invented text: it may be printed.
  const failure = result.failed
    ? ` FAILED (seed ${result.seed}): ${JSON.stringify(result.counterexample)}`
    : '';
  console.log(
    `${law.padEnd(44)} ${String(result.numRuns).padStart(7)} cases ${seconds.padStart(7)} s${failure}`,
  );
  if (result.failed) process.exitCode = 1;
}
