import { expect, it } from 'vitest';
import { parseRules } from '../../../server/cli/parse-rules.ts';

it('reads who reads the documents, from when until when, and whose they are', () => {
  expect(
    parseRules({
      readers: 'agent, supervisor',
      effective: '2030-01-31',
      expires: '2030-02-28T12:00:00+02:00',
      owner: 'u.legal',
    }),
  ).toEqual({
    readers: ['agent', 'supervisor'],
    effectiveAt: '2030-01-31T00:00:00.000Z',
    expiresAt: '2030-02-28T10:00:00.000Z',
    owner: 'u.legal',
  });
});

it('leaves out what was not said, so that it stays as it was', () => {
  expect(parseRules({})).toEqual({});
});

it.each([
  [{ readers: 'agent,everybody' }, '--readers takes roles'],
  [{ readers: '' }, '--readers takes roles'],
  [{ effective: 'tomorrow' }, '--effective must be'],
  [{ expires: '2030-02-30' }, '--expires must be'],
  [{ expires: '2030-01-31T12:00' }, '--expires must be'],
])('refuses %j as wrong usage, naming the option', (values, message) => {
  expect(() => parseRules(values)).toThrow(
    expect.objectContaining({ code: 'ERR_USAGE', message: expect.stringContaining(message) }),
  );
});
