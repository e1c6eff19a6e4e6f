// npm run eval:paths [MESSAGES]: sends 10,000 messages with planted values through every route, half of them to a product
// whose generator is the starter model and half to one with a larger model's place taken by a script, and looks for the
// values in all that reached a model process, the logs, the metrics, the errors, the audit log and the stores of what was
// said. Prints messages for each route and where anything was found; any leak is exit code 1. Before that, a control
// shows that the same walk finds the values when nothing is masked.
import { loadMaskProfiles } from '../server/redaction/mask-profile.ts';
import { createRedactor } from '../server/redaction/redactor.ts';
import { systemRandom } from '../server/util/random.ts';
import { openPlantedProduct, type PlantedOptions } from '../tests/helpers/planted/product.ts';
import { createPlanter } from '../tests/helpers/planted/values.ts';
import { walkRoutes, type WalkReport } from '../tests/helpers/planted/walk.ts';
import { ensureBuilt } from './ensure-built.mjs';

const messages = Number(process.argv[2] ?? 10_000);

ensureBuilt({ only: 'server' });
const next = createPlanter(1);
const unmasked = createRedactor({
  profiles: loadMaskProfiles('policies/redaction'),
  random: systemRandom,
  detectors: [],
});
const control = await walk({ generator: 'scripted', redactor: unmasked }, 1);
const reached = control.leaks.filter(({ found }) => found === 'model hosts').length;
console.log(`Control, nothing masked: ${reached} values found in what reached a model process.\n`);
if (reached === 0) throw new Error('The control finds nothing, so the walk proves nothing.');
const reports = [
  await walk({ generator: 'starter' }, messages / 2),
  await walk({ generator: 'scripted' }, messages / 2),
];
const leaks = reports.flatMap((report) => report.leaks);
printRoutes(reports);
printSearched(reports);
console.log(`\n${countAll(reports)} messages, ${leaks.length} leaks`);
for (const { place, type, found } of leaks) console.log(`${type} of ${place} in ${found}`);
if (leaks.length > 0) process.exitCode = 1;

async function walk(options: PlantedOptions, wanted: number): Promise<WalkReport> {
  await using product = await openPlantedProduct(options);
  return await walkRoutes(product, next, wanted);
}

function countAll(walks: readonly WalkReport[]): number {
  return walks.flatMap(({ sent }) => [...sent.values()]).reduce((sum, count) => sum + count, 0);
}

function joined(maps: readonly ReadonlyMap<string, number>[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [key, count] of maps.flatMap((map) => [...map])) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums];
}

function printRoutes(walks: readonly WalkReport[]): void {
  const found = new Map<string, number>();
  for (const { place } of leaks) {
    const route = place.split(' ').slice(0, 2).join(' ');
    found.set(route, (found.get(route) ?? 0) + 1);
  }
  console.log('| route | messages | leaks |\n| --- | --- | --- |');
  for (const [route, count] of joined(walks.map(({ sent }) => sent)))
    console.log(`| ${route} | ${count} | ${found.get(route) ?? 0} |`);
}

function printSearched(walks: readonly WalkReport[]): void {
  console.log('\n| written to | characters | leaks |\n| --- | --- | --- |');
  for (const [where, characters] of joined(walks.map(({ searched }) => searched)))
    console.log(`| ${where} | ${characters} | ${leaks.filter(({ found }) => found === where).length} |`);
  const errors = leaks.filter(({ found }) => found.startsWith('error of')).length;
  console.log(`| errors of callers | | ${errors} |`);
}
