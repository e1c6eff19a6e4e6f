import { MulterError } from 'multer';
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

  it('a schema that our own data violate is a failure of the server', () => {
    const result = z.object({ age: z.int() }).safeParse({ age: 'secret-value' });
    const { status, body } = presentError(result.error, 'api', 'req_3');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/"age"|secret-value/);
  });

  it('a path out of the folder of files is one where nothing is', () => {
    const error = Object.assign(new Error('Forbidden'), { statusCode: 403 });
    expect(presentError(error, 'api', 'req_5')).toMatchObject({
      status: 404,
      body: { error: { code: 'ERR_NOT_FOUND' } },
    });
  });

  it.each([200, 302, 500, 503, 40, 4000, '404'])(
    'a foreign status of %j is no mistake of the caller',
    (status) => {
      expect(presentError(Object.assign(new Error('x'), { status }), 'api', 'req_6').status).toBe(500);
    },
  );

  it.each([
    ['LIMIT_FILE_SIZE', 413],
    ['LIMIT_FIELD_VALUE', 413],
    ['LIMIT_UNEXPECTED_FILE', 400],
    ['LIMIT_FILE_COUNT', 400],
    ['LIMIT_FIELD_COUNT', 400],
    ['LIMIT_FIELD_KEY', 400],
    ['LIMIT_PART_COUNT', 400],
  ] as const)('an upload’s %s is a %i', (code, status) => {
    expect(presentError(new MulterError(code, 'secret'), 'api', 'req_7').status).toBe(status);
  });

  it('says when to try again, where that helps', () => {
    const wait = (status: number, retryAfterSeconds?: number): number | undefined => {
      const options = { status, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
      return presentError(new AppError('ERR_INTERNAL', 'x', options), 'api', 'req_8').retryAfterSeconds;
    };
    expect(wait(429, 42)).toBe(42);
    expect(wait(503)).toBe(2);
    expect(wait(503, 30)).toBe(30);
    expect(wait(500)).toBeUndefined();
    expect(wait(404)).toBeUndefined();
  });
});
