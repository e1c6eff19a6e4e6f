import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { createApp } from './app.ts';
import type { Terminal } from './cli/command.ts';
import { loadConfig, unknownVariables } from './config/load-config.ts';
import { createContext } from './context.ts';
import { AppError } from './errors.ts';
import { type Credentials, describeCredentials, firstStart } from './first-start.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Redactor } from './redaction/redactor.ts';
import { systemClock } from './util/clock.ts';
import { systemRandom } from './util/random.ts';

/** How long requests in flight may take to end after a signal, in milliseconds. */
const GRACE_MS = 10_000;

/** Runs the server until it is told to stop. Returns the exit code. */
export async function serve(terminal: Terminal, stop: AbortSignal): Promise<number> {
  const { environment, product, out } = terminal;
  const config = loadConfig(environment, { working: terminal.workingDir, product: product.dir });
  const logger = createLogger(config.logLevel);
  for (const warning of unknownVariables(environment)) logger.warn(warning);
  const started = performance.now();
  // Before the models load: a port in use is told at once, and nothing has been written.
  let handler: RequestListener = starting;
  const server = createServer((request, response) => handler(request, response));
  await listen(server, config.host, config.port);
  try {
    await using context = await createContext({
      config,
      product,
      logger,
      clock: systemClock,
      random: systemRandom,
      loading: 'at-start',
    });
    let credentials: Credentials | undefined;
    await firstStart(context, environment, (made) => {
      credentials = made;
      out.write(describeCredentials(made));
    });
    prepareMasking(context.services.redactor);
    handler = createApp(context.services, join(product.dir, 'dist', 'admin-ui'));
    const url = addressOf(server);
    out.write(
      welcome(credentials?.key, url, context.services.defaultModel, (performance.now() - started) / 1000),
    );
    const stopSchedule = context.services.sources.startSchedule();
    await stopped(stop);
    await stopSchedule();
    logger.info('stopping');
    await close(server, logger);
  } finally {
    server.close();
  }
  return 0;
}

/** The first text makes the tables of names and words, half a second that no question should wait for. */
function prepareMasking(redactor: Redactor): void {
  redactor.previewByRules('Dear Ann Smith, 王小明 wrote.');
}

/** Answers while the models load, so that probes and browsers do not hang. */
const starting: RequestListener = (request, response) => {
  const alive = request.url === '/healthz';
  response.writeHead(alive ? 200 : 503, { 'content-type': 'application/json', 'retry-after': '2' });
  response.end(JSON.stringify({ status: alive ? 'alive' : 'starting' }));
};

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new AppError(
      'ERR_PORT_IN_USE',
      `Port ${port} is in use. Stop the other program, or set INTRAMURA_PORT to a free one.`,
      { cause: error },
    );
  }
  if (error.code === 'EACCES') {
    return new AppError(
      'ERR_PORT_IN_USE',
      `This user may not listen on port ${port}. Set INTRAMURA_PORT to 1024 or more.`,
      { cause: error },
    );
  }
  return new AppError(
    'ERR_CONFIG_INVALID',
    `The address ${host} is not one of this machine. Correct INTRAMURA_HOST.`,
    { cause: error },
  );
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a TCP port.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Lets requests in flight end, then cuts what is left. */
async function close(server: Server, logger: Logger): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    logger.warn('cutting connections that did not end');
    server.closeAllConnections();
  }, GRACE_MS);
  await closed;
  clearTimeout(cut);
}

function welcome(key: string | undefined, url: string, model: string, seconds: number): string {
  const question = 'How many days of paid holiday do full-time staff get each year?';
  const body = JSON.stringify({ model, messages: [{ role: 'user', content: question }] });
  // On later starts the secret is known to its owner alone.
  const bearer =
    key === undefined ? '"Authorization: Bearer $INTRAMURA_KEY"' : `'Authorization: Bearer ${key}'`;
  return [
    '',
    `Intramura is ready on ${url} (started in ${seconds.toFixed(1)} s)`,
    '',
    'Ask from another terminal:',
    '',
    `  curl -s ${url}/v1/chat/completions -H ${bearer} -H 'Content-Type: application/json' -d '${body}'`,
    '',
    '',
  ].join('\n');
}
