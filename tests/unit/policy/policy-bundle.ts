import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A copy of the product's policies with some files replaced, or removed with `null`. Gone after the test. */
export async function copyPolicies(changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'policies-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await cp('policies', dir, { recursive: true });
  for (const [path, content] of Object.entries(changes)) {
    const target = join(dir, path);
    if (content === null) {
      await rm(target, { recursive: true });
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }
  return dir;
}
