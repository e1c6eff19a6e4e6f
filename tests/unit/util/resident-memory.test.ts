import { expect, it } from 'vitest';
import { readResidentMib } from '../../../server/util/resident-memory.ts';

it.runIf(process.platform === 'linux')('reads what this very process holds', async () => {
  const said = await readResidentMib(process.pid);
  const own = process.memoryUsage.rss() / 2 ** 20;
  expect(said).toBeGreaterThan(own * 0.5);
  expect(said).toBeLessThan(own * 2);
});

it('knows nothing of a process that is not there', async () => {
  // Linux gives no process a number that high.
  expect(await readResidentMib(2 ** 30)).toBeUndefined();
});
