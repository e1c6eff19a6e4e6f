import type OpenAI from 'openai';
import { createScriptedModel, type ScriptedModel } from './scripted-model.ts';
import { createTeedHosts, type TeedHosts } from './teed-hosts.ts';
import { createClient, listen } from './test-client.ts';
import { createTestContext, type TestContext } from './test-context.ts';

/** The product with the samples, a scripted model and the official client. */
export interface ScriptedProduct extends AsyncDisposable {
  readonly context: TestContext;
  readonly script: ScriptedModel;
  readonly hosts: TeedHosts;
  readonly client: OpenAI;
  /** The first work that the model's process got since it had got so many characters. */
  requestSince(before: number): { messages: { role: string; content: string }[]; constraint: unknown };
}

export async function openScriptedProduct(options?: { pauseMs: number }): Promise<ScriptedProduct> {
  const script = createScriptedModel(options);
  const hosts = createTeedHosts(script.spawnHost);
  const context = await createTestContext({
    overrides: { spawnHost: hosts.spawnHost },
    environment: { INTRAMURA_SAMPLES: './samples', INTRAMURA_MODELS: script.modelsDir },
  });
  const server = await listen(context.app);
  return {
    context,
    script,
    hosts,
    client: createClient(server.url, context.key),
    requestSince(before) {
      const sent = hosts.bytes().slice(before);
      return JSON.parse(/\{[^\n]*"kind":"generate"[^\n]*/.exec(sent)?.[0] ?? '{}');
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await context[Symbol.asyncDispose]();
      script[Symbol.dispose]();
    },
  };
}
