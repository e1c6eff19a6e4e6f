// npm run build: everything, from scratch.
import { ensureBuilt } from './ensure-built.mjs';

ensureBuilt({ force: true });
