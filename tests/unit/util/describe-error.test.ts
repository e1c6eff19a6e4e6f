import { expect, it } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { describeError } from '../../../server/util/describe-error.ts';

it('tells name, code and place of a foreign error, and nothing of its message', () => {
  const error = Object.assign(new RangeError('row 5: li.na@example.com\n    at li.na@example.com'), {
    code: 'ERR_OUT_OF_RANGE',
  });
  const described = describeError(error);
  expect(described).toMatchObject({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
  expect(described.stack).toContain('describe-error.test.ts');
  expect(JSON.stringify(described)).not.toContain('example.com');
});

it('keeps the message of our own errors, and none of what caused them', () => {
  const cause = new Error('li.na@example.com');
  const described = describeError(new AppError('ERR_KNOWLEDGE_UNAVAILABLE', 'No index.', { cause }));
  expect(described).toMatchObject({
    name: 'AppError',
    code: 'ERR_KNOWLEDGE_UNAVAILABLE',
    message: 'No index.',
    cause: { name: 'Error' },
  });
  expect(JSON.stringify(described)).not.toContain('example.com');
});

it('drops a stack whose message was changed after the throw', () => {
  const error = new Error('before\n    at li.na@example.com');
  // The stack is written when it is first read.
  expect(error.stack).toContain('before');
  error.message = 'after';
  expect(describeError(error)).toEqual({ name: 'Error' });
});

it.each([
  ['text', 'string'],
  [undefined, 'undefined'],
  [{ secret: 1 }, 'object'],
])('of something thrown that is no error (%j) only the kind is told', (thrown, name) => {
  expect(describeError(thrown)).toEqual({ name });
});

it('ends with an error that causes itself, and takes no name or code that holds a text', () => {
  const error = Object.assign(new Error('x'), { name: 'li.na@example.com', code: 'li na' });
  error.cause = error;
  const described = describeError(error);
  expect(described.name).toBe('Error');
  expect(described).not.toHaveProperty('code');
  expect(JSON.stringify(described)).not.toContain('li');
});
