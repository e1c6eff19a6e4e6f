import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { createApp } from '../../server/app.ts';
import { createSigner } from '../../server/audit/signer/create-signer.ts';
import type { Signer } from '../../server/audit/signer/signer.ts';
import { loadConfig } from '../../server/config/load-config.ts';
import { type AppContext, createContext, type Overrides, type World } from '../../server/context.ts';
import { auditFiles, dataPaths } from '../../server/data-dir.ts';
import { type Credentials, firstStart } from '../../server/first-start.ts';
import { createLogger } from '../../server/logger.ts';
import { findProduct } from '../../server/product.ts';
import { type Clock, systemClock } from '../../server/util/clock.ts';
import { systemRandom } from '../../server/util/random.ts';
import { copySampledData } from './sampled-data.ts';

export interface TestContext extends AppContext {
  readonly app: Express;
  /** Secret of the key that the first start makes; empty on a later start. */
  readonly key: string;
  readonly dataDir: string;
  /** Every line the product logged. */
  readonly logLines: readonly string[];
}

export const ADMIN_PASSWORD = 'correct horse battery staple';

export interface TestOptions {
  readonly overrides?: Overrides;
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder that is kept, to open the same data twice. */
  readonly dataDir?: string;
  /** `at-start` as a server does; most tests use no model, or only one. */
  readonly loading?: World['loading'];
  readonly clock?: Clock;
}

/** The signer of a data folder. In the test's own process: starting one takes a third of a second. */
function signerIn(dataDir: string): Signer {
  const { signerDir, signingKeyPath, path } = auditFiles(dataPaths(dataDir));
  return createSigner({ stateDir: signerDir, keyPath: signingKeyPath, logPath: path });
}

/**
 * The whole product with its real models, stores and policies, on an empty data folder, or on one with the samples in it where
 * `INTRAMURA_SAMPLES` names them.
 */
export async function createTestContext(options: TestOptions = {}): Promise<TestContext> {
  if (!startsAsUsual(options)) return startTestContext(options);
  const dataDir = mkdtempSync(join(tmpdir(), 'intramura-test-'));
  const key = await copySampledData(dataDir, async (folder) => {
    await using first = await startTestContext({ environment: sampled, dataDir: folder });
    return first.key;
  });
  const context = await startTestContext({ ...options, dataDir });
  return {
    ...context,
    key,
    async [Symbol.asyncDispose]() {
      await context[Symbol.asyncDispose]();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const sampled: Readonly<Record<string, string>> = { INTRAMURA_SAMPLES: './samples' };

/** Whether a first start with the samples leaves what it leaves for every other test. */
function startsAsUsual({ environment = {}, overrides = {}, dataDir, clock }: TestOptions): boolean {
  const { INTRAMURA_SAMPLES: samples, INTRAMURA_MODELS: _, ...others } = environment;
  const asUsual = Object.keys(others).length === 0 && overrides.redactor === undefined;
  return samples === sampled['INTRAMURA_SAMPLES'] && asUsual && dataDir === undefined && clock === undefined;
}

async function startTestContext(options: TestOptions): Promise<TestContext> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'intramura-test-'));
  const product = findProduct(import.meta.url);
  const environment = {
    INTRAMURA_DATA: dataDir,
    INTRAMURA_ADMIN_PASSWORD: ADMIN_PASSWORD,
    INTRAMURA_SAMPLES: 'off',
    INTRAMURA_LOG_LEVEL: 'debug',
    ...options.environment,
  };
  const logLines: string[] = [];
  const logger = createLogger('debug', { write: (line) => void logLines.push(line) });
  const config = loadConfig(environment, { working: product.dir, product: product.dir });
  const context = await createContext(
    {
      config,
      product,
      logger,
      clock: options.clock ?? systemClock,
      random: systemRandom,
      loading: options.loading ?? 'on-demand',
    },
    { openSigner: () => signerIn(dataDir), ...options.overrides },
  );
  let credentials: Credentials | undefined;
  await firstStart(context, environment, (made) => {
    credentials = made;
  });
  return {
    ...context,
    app: createApp(context.services, join(product.dir, 'dist', 'admin-ui')),
    key: credentials?.key ?? '',
    dataDir,
    logLines,
    async [Symbol.asyncDispose]() {
      await context[Symbol.asyncDispose]();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
