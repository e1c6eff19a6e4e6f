import { describe, expect, it } from 'vitest';
import { readToolAnswer, sharesDefinitions, toolAnswerSchema } from '../../../server/domain/tool.ts';

describe('readToolAnswer', () => {
  it.each([
    ['{"call":"a","arguments":{"x":1}}', { kind: 'call', name: 'a', input: '{"x":1}' }],
    [' { "call" : "a" , "arguments" : { "x" : "}" } } ', { kind: 'call', name: 'a', input: '{ "x" : "}" }' }],
    [
      '{"call":"a","arguments":{"n":9007199254740993}}',
      { kind: 'call', name: 'a', input: '{"n":9007199254740993}' },
    ],
    ['{"answer":"line\\n\\"two\\""}', { kind: 'text', text: 'line\n"two"' }],
  ])('reads %s', (answer, read) => {
    expect(readToolAnswer(answer)).toEqual(read);
  });

  it.each([
    '',
    '{"call":"a","argum',
    '{"answer":"cut',
    '[]',
    'null',
    '{"call":"a"}',
    '{"call":1,"arguments":{}}',
  ])('finds nothing whole in %j', (answer) => {
    expect(readToolAnswer(answer)).toBeUndefined();
  });
});

describe('toolAnswerSchema', () => {
  const definitions = { day: { enum: ['Mo'] } };
  const parameters = { type: 'object', properties: { on: { $ref: '#/$defs/day' } }, $defs: definitions };
  const tools = [{ name: 'a', description: '', parameters }];

  it('lets a tool be called or a text be written, and has the definitions at its top', () => {
    const { $defs: _hoisted, ...bare } = parameters;
    expect(toolAnswerSchema({ tools, mustCall: false })).toMatchObject({
      oneOf: [
        { properties: { call: { const: 'a' }, arguments: bare }, required: ['call', 'arguments'] },
        { properties: { answer: { type: 'string' } }, required: ['answer'] },
      ],
      $defs: definitions,
    });
    expect(toolAnswerSchema({ tools, mustCall: true })).toMatchObject({ oneOf: [{}] });
  });

  it('knows when two tools mean something by one name', () => {
    const other = { name: 'b', description: '', parameters: { $defs: { day: {} } } };
    expect(sharesDefinitions({ tools, mustCall: true })).toBe(false);
    expect(sharesDefinitions({ tools: [...tools, other], mustCall: true })).toBe(true);
  });
});
