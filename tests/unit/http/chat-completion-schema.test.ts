import { describe, expect, it } from 'vitest';
import { chatCompletionRequest } from '../../../server/http/schemas/chat-completion.ts';

const base = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };

describe('a parameter that changes the answer', () => {
  it.each([
    ['tool_choice', 'required'],
    ['tool_choice', { type: 'function', function: { name: 'x' } }],
    ['function_call', { name: 'x' }],
    ['top_logprobs', 3],
    ['modalities', ['text', 'audio']],
    ['prediction', { type: 'content', content: 'x' }],
    ['reasoning_effort', 'high'],
    ['verbosity', 'low'],
    ['web_search_options', {}],
    ['logprobs', true],
    ['n', 2],
  ])('is refused where this server does not carry it out: %s %j', (name, value) => {
    const result = chatCompletionRequest.safeParse({ ...base, [name]: value });
    expect(result.error?.issues[0]?.path[0]).toBe(name);
  });

  it.each([
    ['tool_choice', 'none'],
    ['tool_choice', 'auto'],
    ['function_call', 'none'],
    ['top_logprobs', 0],
    ['modalities', ['text']],
    ['reasoning_effort', 'none'],
    ['verbosity', 'medium'],
    ['n', 1],
  ])('passes where it asks for what happens anyway: %s %j', (name, value) => {
    expect(chatCompletionRequest.safeParse({ ...base, [name]: value }).success).toBe(true);
  });

  it.each([
    'tool_choice',
    'function_call',
    'top_logprobs',
    'modalities',
    'prediction',
    'reasoning_effort',
    'verbosity',
  ])('may be null: %s', (name) => {
    expect(chatCompletionRequest.safeParse({ ...base, [name]: null }).success).toBe(true);
  });
});

describe('earlier turns with tools', () => {
  const accepts = (message: object): boolean =>
    chatCompletionRequest.safeParse({ ...base, messages: [message] }).success;

  it('are taken in both forms', () => {
    const call = { name: 'look_up', arguments: '{}' };
    expect(
      accepts({
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c', type: 'function', function: call }],
      }),
    ).toBe(true);
    expect(accepts({ role: 'assistant', function_call: call })).toBe(true);
    expect(accepts({ role: 'tool', content: '{}', tool_call_id: 'c' })).toBe(true);
    expect(accepts({ role: 'assistant', refusal: 'No.' })).toBe(true);
  });

  it('are refused where something of them would be lost', () => {
    const custom = { id: 'c', type: 'custom', custom: { name: 'x', input: 'y' } };
    expect(accepts({ role: 'assistant', tool_calls: [custom] })).toBe(false);
    expect(accepts({ role: 'assistant', audio: { id: 'a' } })).toBe(false);
    expect(accepts({ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] })).toBe(false);
  });
});
