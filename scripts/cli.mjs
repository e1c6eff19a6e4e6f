#!/usr/bin/env node
// The command line: compiles when needed, then hands over to the compiled program.
import { ensureBuilt } from './ensure-built.mjs';

const needsUi = process.argv[2] === 'serve';
ensureBuilt(needsUi ? {} : { only: 'server' });
process.setSourceMapsEnabled(true);
await import('../dist/server/cli.js');
