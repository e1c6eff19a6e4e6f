// Puts the audit log's verifier into one readable file that needs nothing but Node: dist/audit-verify.mjs. The closed
// schema goes into it as data, and beside it as audit-entry.schema.json for other implementations. Needs dist/server.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const { entrySchemas } = await import('../dist/server/audit/leaf.js');

const [bundle] = [
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'server/audit/verifier/run-verifier.ts',
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { comments: true } },
    },
  }),
].flat();
const chunks = bundle.output.filter(({ type }) => type === 'chunk');
if (chunks.length !== 1) throw new Error('The verifier must be one file.');

/** One line for each type of entry. */
const { frame, bodies } = entrySchemas();
const lines = Object.entries(bodies).map(
  ([type, body]) => `    ${JSON.stringify(type)}: ${JSON.stringify(body)}`,
);
const data = `{\n  "frame": ${JSON.stringify(frame)},\n  "bodies": {\n${lines.join(',\n')}\n  }\n}`;

const source = chunks[0].code.replace(/^export \{[^}]*\};?\s*$/m, '').replace(/^\/\/#(end)?region.*\n/gm, '');
const { code, errors } = await format('audit-verify.mjs', source, {
  printWidth: 120,
  singleQuote: true,
  objectWrap: 'collapse',
});
if (errors.length > 0) throw new Error('The verifier cannot be formatted.');

const file = `#!/usr/bin/env node
// Verifies an Intramura audit log: node audit-verify.mjs. It needs Node and nothing else, and reads only the files it is
// given: a database (with its -wal file), a JSON Lines export or a folder of tiles, checkpoints, and verifier keys.
// Bring the checkpoints and the keys yourself; take nothing from the machine that is checked but the log.
${code}
/** The closed schema of entries, in JSON Schema. */
const entrySchemas = ${data};

const output = { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) };
process.exitCode = runVerifier(process.argv.slice(2), output, entrySchemas);
`;

writeFileSync(join(root, 'dist', 'audit-verify.mjs'), file, { mode: 0o755 });
writeFileSync(join(root, 'dist', 'audit-entry.schema.json'), `${data}\n`);
