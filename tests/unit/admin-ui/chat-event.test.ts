import { describe, expect, it } from 'vitest';
import { parseChatEvent } from '../../../admin-ui/src/data/chat-event.ts';
import { Failure } from '../../../admin-ui/src/api/failure.ts';
import { MalformedReply } from '../../../admin-ui/src/api/read.ts';

const extension = {
  sources: [
    { id: 'c1', number: 1, document: 'd1', title: 'Cards', location: 'Limits', score: 0.9, quote: 'So.' },
  ],
  redaction: { EMAIL: 2 },
  receipt: { intent: 7, outcome: 8, leaf: 'ab12' },
  decision: 'quoted',
  check: { supported: 1, removed: 0 },
};

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('an event of the chat stream', () => {
  it('carries a piece of the answer', () => {
    const data = JSON.stringify({ choices: [{ index: 0, delta: { content: 'Hel' } }] });
    expect(parseChatEvent(data, null)).toEqual({ text: 'Hel' });
  });

  it.each([
    ['only a role', { choices: [{ delta: { role: 'assistant' } }] }],
    ['no choice', { choices: [] }],
    ['null content', { choices: [{ delta: { content: null } }] }],
  ])('has no text with %s', (_name, event) => {
    expect(parseChatEvent(JSON.stringify(event), null)).toEqual({ text: '' });
  });

  it('brings the evidence at the end', () => {
    const { evidence } = parseChatEvent(JSON.stringify({ choices: [], intramura: extension }), null);
    expect(evidence).toEqual({
      ...extension,
      sources: [{ number: 1, title: 'Cards', location: 'Limits', quote: 'So.' }],
    });
  });

  it.each([
    ['not JSON', '{"choices":'],
    ['not an object', '[]'],
    ['an unknown decision', JSON.stringify({ intramura: { ...extension, decision: 'guessed' } })],
    [
      'a receipt without its leaf',
      JSON.stringify({ intramura: { ...extension, receipt: { intent: 1, outcome: 2 } } }),
    ],
    ['a count that is text', JSON.stringify({ intramura: { ...extension, redaction: { EMAIL: '2' } } })],
  ])('is refused when it is %s', (_name, data) => {
    expect(() => parseChatEvent(data, null)).toThrow(MalformedReply);
  });

  it('ends the answer when it is an error, under the id of the request', () => {
    const error = {
      message: 'Something failed inside.',
      type: 'server_error',
      code: 'ERR_INFERENCE_UNAVAILABLE',
    };
    const thrown = thrownBy(() => parseChatEvent(JSON.stringify({ error }), 'req_1'));
    expect(thrown).toBeInstanceOf(Failure);
    expect(thrown).toMatchObject({ kind: 'unavailable', requestId: 'req_1' });
  });
});
