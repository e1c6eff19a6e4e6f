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
