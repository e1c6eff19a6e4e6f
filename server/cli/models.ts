import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toAppError } from '../errors.ts';
import { loadCatalog } from '../inference/catalog.ts';
import { verifyModel } from '../inference/model-files.ts';
import { sha256File } from '../util/hash.ts';
import type { CommandRun } from './command.ts';
import { configOf } from './config-of.ts';
import { parseOptions, required } from './parse-options.ts';

export const modelsList: CommandRun = (_args, terminal) => {
  terminal.out.write(`${JSON.stringify(loadCatalog(configOf(terminal).modelsDir), undefined, 2)}\n`);
  return Promise.resolve(0);
};

export const modelsVerify: CommandRun = async (_args, terminal) => {
  const dir = configOf(terminal).modelsDir;
  let bad = 0;
  for (const card of loadCatalog(dir).models) {
    try {
      await verifyModel(dir, card);
      terminal.out.write(`ok ${card.id}\n`);
    } catch (error) {
      bad += 1;
      terminal.out.write(`bad ${card.id}\n`);
      terminal.err.write(`${toAppError(error).message}\n`);
    }
  }
  return bad === 0 ? 0 : 1;
};

export const modelsImport: CommandRun = async (args, terminal) => {
  const { positionals } = parseOptions(args, {});
  const file = required(positionals[0], 'FILE');
  const dir = configOf(terminal).modelsDir;
  const name = basename(file);
  await mkdir(join(dir, 'weights'), { recursive: true });
  await copyFile(file, join(dir, 'weights', name));
  const digest = await sha256File(join(dir, 'weights', name));
  const { size } = await stat(join(dir, 'weights', name));
  terminal.out.write(catalogEntry(name, digest, size));
  terminal.err.write(`Copied. Add the entry above to ${join(dir, 'catalog.yaml')} and restart.\n`);
  return 0;
};

/** The memory figure is the file and a fifth more, a starting point to correct once the model has run. */
function catalogEntry(name: string, digest: string, bytes: number): string {
  const id = name
    .toLowerCase()
    .replace(/\.gguf$/, '')
    .replaceAll(/[^a-z0-9._-]+/g, '-');
  return [
    `  - id: ${id}`,
    '    purpose: chat',
    `    title: ${id}`,
    `    path: weights/${name}`,
    '    files:',
    `      weights/${name}: ${digest}`,
    '    licence: FILL-IN',
    '    contextTokens: 4096',
    '    template: gguf',
    '    grounding: free',
    '    selection: model-decides',
    `    memoryMib: ${Math.ceil((bytes * 1.2) / 1024 / 1024)}`,
    '',
  ].join('\n');
}
