import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../server/errors.ts';
import { presentError } from '../../../server/http/error-body.ts';

describe('what a caller may know of an error', () => {
  it('a message below 500 is shown, with the field at fault', () => {
    const error = new AppError('ERR_MODEL_UNKNOWN', 'No such model.', { status: 404, param: 'model' });
    expect(presentError(error, 'openai', 'req_1')).toMatchObject({
      status: 404,
      body: { error: { message: 'No such model.', code: 'model_not_found', param: 'model' } },
    });
    expect(presentError(error, 'api', 'req_1').body).toEqual({
      error: { code: 'ERR_MODEL_UNKNOWN', message: 'No such model.', requestId: 'req_1', param: 'model' },
    });
  });

  it('anything else is the request id, and the cause stays with the log', () => {
    const { status, body, failure } = presentError(
      new TypeError('x is not a function at /srv/x.ts'),
      'api',
      'req_2',
    );
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('function');
    expect(JSON.stringify(body)).toContain('req_2');
    expect(failure.cause).toBeInstanceOf(TypeError);
  });

  it('a schema violation names the field and not the value', () => {
    const result = z.object({ age: z.int() }).safeParse({ age: 'secret-value' });
    const { status, body } = presentError(result.error, 'api', 'req_3');
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('age');
    expect(JSON.stringify(body)).not.toContain('secret-value');
  });

  it.each([
    ['entity.too.large', 413],
    ['entity.parse.failed', 400],
    ['encoding.unsupported', 415],
    ['LIMIT_FILE_SIZE', 413],
    ['LIMIT_UNEXPECTED_FILE', 400],
  ])('the body parsers’ %s is a %i', (type, status) => {
    const error = Object.assign(new Error('raw body: secret'), { type });
    const reply = presentError(error, 'openai', 'req_4');
    expect(reply.status).toBe(status);
    expect(JSON.stringify(reply.body)).not.toContain('secret');
  });
});
