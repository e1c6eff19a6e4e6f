import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { ModelCard } from '../../server/domain/model-card.ts';
import type { TinyModelFolder } from './tiny-model-folder.ts';

/** Puts further models into a models folder, each into a folder of its own. */
export function addModels(modelsDir: string, folders: readonly TinyModelFolder[]): void {
  const file = join(modelsDir, 'catalog.yaml');
  const { models }: { models: object[] } = parse(readFileSync(file, 'utf8'));
  for (const { modelsDir: from, card } of folders) {
    cpSync(join(from, card.path), join(modelsDir, card.id), { recursive: true });
    rmSync(from, { recursive: true, force: true });
    models.push(movedTo(card.id, card));
  }
  writeFileSync(file, stringify({ models }));
}

function movedTo(path: string, card: ModelCard): ModelCard {
  const files = Object.entries(card.files).map(([name, digest]) => [name.replace(card.path, path), digest]);
  return { ...card, path, files: Object.fromEntries(files) };
}
