import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder in which a run of the tests keeps its sampled data; global-setup.ts makes and removes it. */
export const SAMPLED_DATA = 'INTRAMURA_TEST_SAMPLED_DATA';

/** File beside the data that holds the secret of the key of the first start. */
const KEY_FILE = 'first-start.key';

/**
 * Fills a folder with the data of a first start with the samples, and returns the secret of its key. `make` does such a start on an empty
 * folder, which takes four seconds of the processor: only the first test of a run waits for it, the others get copies.
 */
export async function copySampledData(
  into: string,
  make: (dataDir: string) => Promise<string>,
): Promise<string> {
  const shelf = process.env[SAMPLED_DATA];
  if (shelf === undefined) return make(into);
  const kept = join(shelf, 'kept');
  if (!existsSync(kept)) await fill(shelf, kept, make);
  cpSync(join(kept, 'data'), into, { recursive: true });
  return readFileSync(join(kept, KEY_FILE), 'utf8');
}

/** Two workers may make it at the same time; the second one throws its own away. */
async function fill(shelf: string, kept: string, make: (dataDir: string) => Promise<string>): Promise<void> {
  const made = mkdtempSync(join(shelf, 'making-'));
  const key = await make(join(made, 'data'));
  writeFileSync(join(made, KEY_FILE), key);
  try {
    renameSync(made, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
    rmSync(made, { recursive: true });
  }
}
