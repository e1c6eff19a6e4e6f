import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role, roles } from '../../../server/domain/principal.ts';
import type { Redactor } from '../../../server/redaction/redactor.ts';
import type { SpawnHost } from '../../../server/inference/spawn-host.ts';
import { addModels } from '../add-models.ts';
import { createScriptedModel } from '../scripted-model.ts';
import { signInAs } from '../sign-in-as.ts';
import { createTeedHosts, type TeedHosts } from '../teed-hosts.ts';
import { listen, type Listening } from '../test-client.ts';
import { createTestContext, type TestContext } from '../test-context.ts';
import { writeTinyClassifier } from '../tiny-classifier.ts';
import { writeTinyCrossEncoder } from '../tiny-cross-encoder.ts';

/** The whole product with a model in every slot, and all that it writes within reach. */
export interface PlantedProduct extends AsyncDisposable {
  readonly context: TestContext;
  readonly server: Listening;
  readonly hosts: TeedHosts;
  /** Two people with every role: nobody approves what they wrote. */
  readonly people: readonly [Person, Person];
  /** A third one, whose sessions may end at any time. */
  readonly passer: Person;
  /** The data folder; it is still there after `close`. */
  readonly dataDir: string;
  /** Ends the product, so that everything is on the disk. */
  close(): Promise<void>;
}

export interface Person {
  readonly username: string;
  readonly cookie: string;
}

/** What a scripted model answers: claims about the evidence, which are then checked by words and by inference. */
const CLAIMS =
  'Full-time employees receive 25 working days of paid annual leave [1]. Unused days may be carried over [1].';

export interface PlantedOptions {
  readonly generator: 'scripted' | 'starter';
  /** Instead of the one in force. */
  readonly redactor?: Redactor;
}

/**
 * `scripted`: a process stands for a larger model, so that answers are free and fast; `starter`: the model that ships. Embedder,
 * reranker and inference are real processes in both.
 */
export async function openPlantedProduct({ generator, redactor }: PlantedOptions): Promise<PlantedProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'intramura-planted-'));
  const script = createScriptedModel();
  script.say(CLAIMS);
  const modelsDir = join(folder, 'models');
  cpSync(generator === 'scripted' ? script.modelsDir : 'models', modelsDir, { recursive: true });
  addModels(modelsDir, [writeTinyClassifier(), writeTinyCrossEncoder()]);
  const spawn: SpawnHost | undefined = generator === 'scripted' ? script.spawnHost : undefined;
  const hosts = createTeedHosts(spawn);
  const dataDir = join(folder, 'data');
  const context = await createTestContext({
    dataDir,
    overrides: { spawnHost: hosts.spawnHost, ...(redactor === undefined ? {} : { redactor }) },
    environment: { INTRAMURA_MODELS: modelsDir, INTRAMURA_REQUESTS_PER_MINUTE: '1000000' },
  });
  const server = await listen(context.app);
  const people = [await signIn(context, roles), await signIn(context, roles.toReversed())] as const;
  const passer = await signIn(context, [...roles.slice(1), ...roles.slice(0, 1)]);
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await server[Symbol.asyncDispose]();
    await context[Symbol.asyncDispose]();
  };
  return {
    context,
    server,
    hosts,
    people,
    passer,
    dataDir,
    close,
    async [Symbol.asyncDispose]() {
      await close();
      script[Symbol.dispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(context: TestContext, held: readonly Role[]): Promise<Person> {
  const { cookie } = await signInAs(context, ...held);
  return { username: `test.${held.join('.')}`, cookie };
}
