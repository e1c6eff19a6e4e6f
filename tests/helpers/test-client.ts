import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import OpenAI from 'openai';

/** The app on a free port of the loopback address, for clients that need a real connection. */
export interface Listening extends AsyncDisposable {
  readonly url: string;
}

export async function listen(app: Express): Promise<Listening> {
  // A test that waits for its turn on a busy machine must not lose a connection that it is about to use again.
  const server: Server = createServer({ keepAliveTimeout: 600_000 }, app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The official client, as an application would set it up. */
export function createClient(url: string, apiKey: string): OpenAI {
  return new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 });
}
