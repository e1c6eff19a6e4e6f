import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const manifest = z.object({ name: z.string(), version: z.string() });

/** The installed product: where its files are and which version it is. */
export interface Product {
  readonly dir: string;
  readonly version: string;
}

/** Finds the product's folder upwards from a module of it; source and compiled modules lie at different depths. */
export function findProduct(moduleUrl: string): Product {
  let dir = dirname(fileURLToPath(moduleUrl));
  for (;;) {
    const path = join(dir, 'package.json');
    if (existsSync(path)) {
      const { name, version } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
      if (name === 'intramura') return { dir, version };
    }
    if (dirname(dir) === dir) throw new Error('The product folder has no package.json.');
    dir = dirname(dir);
  }
}
