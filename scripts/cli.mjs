#!/usr/bin/env -S node --max-semi-space-size=64
// The command line: compiles when needed, then hands over to the compiled program.
import { ensureBuilt } from './ensure-built.mjs';

const needsUi = process.argv[2] === 'serve';
ensureBuilt(needsUi ? {} : { only: 'server' });
process.setSourceMapsEnabled(true);
// LanceDB's native part reads its log level when it is loaded, and by default tells of every new table.
process.env.LANCEDB_LOG ??= 'error';
await import('../dist/server/cli.js');
