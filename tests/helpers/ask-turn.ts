import request from 'supertest';
import type { Express } from 'express';
import type { z } from 'zod';
import { turnChunk } from '../../server/http/schemas/conversation.ts';

const lastExtension = turnChunk.shape.intramura.unwrap();

export interface Told {
  readonly answer: string;
  readonly intramura: z.output<typeof lastExtension>;
}

/** Asks in a conversation and reads the stream to its end. */
export async function askTurn(
  app: Express,
  cookie: string,
  conversation: string,
  body: object,
): Promise<Told> {
  const reply = await request(app)
    .post(`/api/conversations/${conversation}/turns`)
    .set('cookie', cookie)
    .send(body)
    .expect(200)
    .expect('content-type', /event-stream/);
  const lines = Array.from(reply.text.matchAll(/^data: (\{.*)$/gm), ([, line = '{}']) =>
    turnChunk.parse(JSON.parse(line)),
  );
  return {
    answer: lines.map(({ choices }) => choices[0]?.delta.content ?? '').join(''),
    intramura: lastExtension.parse(lines.at(-1)?.intramura),
  };
}
