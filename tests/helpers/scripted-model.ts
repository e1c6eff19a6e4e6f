import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forkHost, type SpawnHost } from '../../server/inference/spawn-host.ts';

/** A larger model's place taken by a scripted process, and everything else as it ships. */
export interface ScriptedModel extends Disposable {
  readonly spawnHost: SpawnHost;
  /** The models folder, with the starter model's card changed to write freely. */
  readonly modelsDir: string;
  /** What the model says from now on. */
  say(text: string): void;
}

/** `pauseMs` between pieces of three characters makes it as slow as a real one. */
export function createScriptedModel({ pauseMs = 0 }: { pauseMs?: number } = {}): ScriptedModel {
  const folder = mkdtempSync(join(tmpdir(), 'intramura-scripted-'));
  const script = join(folder, 'answer.txt');
  const host = fileURLToPath(new URL('scripted-llama-host.mjs', import.meta.url));
  const modelsDir = join(folder, 'models');
  cpSync('models', modelsDir, { recursive: true });
  const catalog = readFileSync(join(modelsDir, 'catalog.yaml'), 'utf8')
    .replace('template: starter', 'template: gguf')
    .replace('grounding: verbatim', 'grounding: free')
    .replace('selection: rank-decides-model-vetoes', 'selection: model-decides');
  writeFileSync(join(modelsDir, 'catalog.yaml'), catalog);
  writeFileSync(script, '');
  return {
    spawnHost: (kind) =>
      kind === 'onnx' ? forkHost(kind) : spawn(process.execPath, [host, script, String(pauseMs)]),
    modelsDir,
    say: (text) => writeFileSync(script, text),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
