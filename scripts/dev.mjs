// npm run dev: the server from source with restart on change, and Vite with hot reload in front of it.
import { spawn } from 'node:child_process';
import { ensureBuilt } from './ensure-built.mjs';

// Model processes and parser threads run compiled: dist/ follows the sources.
ensureBuilt({ only: 'server' });
const port = process.env.INTRAMURA_PORT ?? '8080';
const run = (args) => spawn(process.execPath, args, { stdio: 'inherit' });
const children = [
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  run(['node_modules/tsx/dist/cli.mjs', 'watch', '--include', 'policies/**', 'server/cli.ts', 'serve']),
  run([
    'node_modules/vite/bin/vite.js',
    'admin-ui',
    '--config',
    'admin-ui/vite.config.ts',
    '--host',
    '127.0.0.1',
    '--port',
    '5173',
  ]),
];
process.stderr.write(`Server on http://127.0.0.1:${port}, UI with hot reload on http://127.0.0.1:5173\n`);
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
for (const child of children) child.once('exit', stop);
