import { ensureBuilt } from '../scripts/ensure-built.mjs';

/** Browsers get the built pages, and model processes and parser threads run compiled: neither may be an old one. */
export function setup(): void {
  ensureBuilt();
}
