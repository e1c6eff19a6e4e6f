import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSampleFiles } from './samples/sample-files.ts';

// Run `npx tsx scripts/build-samples.ts` after a change in samples/source; the results are committed.
const samplesDir = fileURLToPath(new URL('../samples', import.meta.url));
for (const { path, bytes } of makeSampleFiles(samplesDir)) {
  writeFileSync(join(samplesDir, 'knowledge', path), bytes);
  console.log(`samples/knowledge/${path}: ${bytes.length} bytes`);
}
