import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/ensure-built.mjs';
import { SAMPLED_DATA } from './helpers/sampled-data.ts';

/** Browsers get the built pages, and model processes and parser threads run compiled: neither may be an old one. */
export function setup(): () => void {
  ensureBuilt();
  const shelf = mkdtempSync(join(tmpdir(), 'intramura-sampled-'));
  process.env[SAMPLED_DATA] = shelf;
  return () => rmSync(shelf, { recursive: true, force: true });
}
