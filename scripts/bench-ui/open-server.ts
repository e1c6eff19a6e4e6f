import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditLog } from '../../server/audit/audit-log.ts';
import { createApp } from '../../server/app.ts';
import { loadConfig } from '../../server/config/load-config.ts';
import { createContext, type World } from '../../server/context.ts';
import { firstStart } from '../../server/first-start.ts';
import { forkHost, type SpawnHost } from '../../server/inference/spawn-host.ts';
import { createLogger } from '../../server/logger.ts';
import { findProduct } from '../../server/product.ts';
import { systemClock } from '../../server/util/clock.ts';
import { systemRandom } from '../../server/util/random.ts';
import { listen } from '../../tests/helpers/test-client.ts';

export const ADMINISTRATOR = { username: 'admin', password: 'bench the whole UI' };

/** The emptiest page that the same server can send: what no page can be faster than. */
export const BASELINE = '/baseline.html';

export interface BenchServer extends AsyncDisposable {
  readonly url: string;
  readonly audit: AuditLog;
}

/**
 * The whole product on a data folder below `folder`, with the built UI and one more, empty, page. A scripted process
 * stands for a larger model: it writes `script` at a model's pace.
 */
export async function openServer(folder: string, script: string): Promise<BenchServer> {
  const product = findProduct(import.meta.url);
  const environment = {
    INTRAMURA_DATA: join(folder, 'data'),
    INTRAMURA_MODELS: copyModels(product.dir, folder),
    INTRAMURA_ADMIN_PASSWORD: ADMINISTRATOR.password,
  };
  const world: World = {
    config: loadConfig(environment, { working: product.dir, product: product.dir }),
    product,
    logger: createLogger('silent'),
    clock: systemClock,
    random: systemRandom,
    loading: 'at-start',
  };
  const context = await createContext(world, { spawnHost: pacedHost(folder, script) });
  await firstStart(context, environment, () => undefined);
  const server = await listen(createApp(context.services, copyUi(product.dir, folder)));
  return {
    url: server.url,
    audit: context.services.audit,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await context[Symbol.asyncDispose]();
    },
  };
}

/** The catalogue with a chat model that writes freely, so that its answer streams. */
function copyModels(product: string, folder: string): string {
  const models = join(folder, 'models');
  cpSync(join(product, 'models'), models, { recursive: true });
  const catalog = join(models, 'catalog.yaml');
  const free = readFileSync(catalog, 'utf8')
    .replace('template: starter', 'template: gguf')
    .replace('grounding: verbatim', 'grounding: free')
    .replace('selection: rank-decides-model-vetoes', 'selection: model-decides');
  writeFileSync(catalog, free);
  return models;
}

function copyUi(product: string, folder: string): string {
  const ui = join(folder, 'ui');
  mkdirSync(ui);
  cpSync(join(product, 'dist', 'admin-ui'), ui, { recursive: true });
  writeFileSync(
    join(ui, BASELINE),
    '<!doctype html><html lang="en"><title>Baseline</title><p id="ready">Ready</p></html>',
  );
  return ui;
}

const scriptedHost = fileURLToPath(new URL('../../tests/helpers/scripted-llama-host.mjs', import.meta.url));

/** Milliseconds between two pieces of three characters: about 100 tokens a second. */
const PACE_MS = '8';

function pacedHost(folder: string, script: string): SpawnHost {
  const file = join(folder, 'answer.txt');
  writeFileSync(file, script);
  return (kind) =>
    kind === 'onnx' ? forkHost(kind) : spawn(process.execPath, [scriptedHost, file, PACE_MS]);
}
