import express, { type Express } from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Inbound, Restored } from '../../../server/domain/exchange.ts';
import { AppError } from '../../../server/errors.ts';
import { presentExtension } from '../../../server/http/presenters/chat-completion.ts';
import { streamCompletion } from '../../../server/http/stream-completion.ts';
import { createLogger } from '../../../server/logger.ts';
import type { AnswerSink } from '../../../server/pipeline/answer-sink.ts';

const inbound: Inbound = {
  id: 'chatcmpl_1',
  principal: { kind: 'user', id: 'usr_1', name: 'Ada', roles: ['member'] },
  messages: [{ role: 'user', content: 'Hello' }],
  grounding: 'off',
  sampling: { maxTokens: 8, temperature: 0, topP: 1, stop: [] },
  format: { kind: 'text' },
  signal: new AbortController().signal,
};

interface Bench {
  readonly app: Express;
  readonly logLines: string[];
  readonly errorCodes: (string | undefined)[];
}

/** An app with one route that streams what `answer` does. */
function createBench(answer: (inbound: Inbound, sink: AnswerSink) => Promise<Restored>): Bench {
  const logLines: string[] = [];
  const errorCodes: (string | undefined)[] = [];
  const logger = createLogger('debug', { write: (line) => void logLines.push(line) });
  const app = express();
  app.get('/', async (_request, response) => {
    response.locals.requestId = 'req_1';
    response.on('finish', () => void errorCodes.push(response.locals.errorCode));
    const head = { id: 'chatcmpl_1', created: 0, model: 'm' };
    const extension = presentExtension;
    await streamCompletion(answer, inbound, { response, head, includeUsage: false, logger, extension });
  });
  return { app, logLines, errorCodes };
}

describe('a failure after the stream has begun', () => {
  it('ends the stream, and is logged with its code and cause as any other failure', async () => {
    const { app, logLines, errorCodes } = createBench((_inbound, sink) => {
      sink.write('Half an ');
      return Promise.reject(new TypeError('secret words'));
    });
    const reply = await request(app).get('/').expect(200);
    expect(reply.text).toContain('Half an ');
    expect(reply.text).toContain('req_1');
    expect(reply.text).not.toMatch(/\[DONE\]|secret/);
    expect(errorCodes).toEqual(['ERR_INTERNAL']);
    expect(logLines).toHaveLength(1);
    expect(JSON.parse(logLines[0] ?? '')).toMatchObject({
      level: 50,
      requestId: 'req_1',
      code: 'ERR_INTERNAL',
      err: { cause: { name: 'TypeError' } },
    });
    expect(logLines[0]).not.toContain('secret');
  });

  it('is not the server’s fault when the caller went away', async () => {
    const { app, logLines, errorCodes } = createBench((_inbound, sink) => {
      sink.write('Half an ');
      return Promise.reject(new AppError('ERR_EXCHANGE_ABORTED', 'The caller went away.', { status: 499 }));
    });
    await request(app).get('/').expect(200);
    expect(errorCodes).toEqual(['ERR_EXCHANGE_ABORTED']);
    expect(logLines).toEqual([]);
  });
});
