import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../admin-ui/src/api/failure.ts';

describe('an error reply', () => {
  it.each([
    [401, 'ERR_IDENTITY_CREDENTIALS', 'credentials'],
    [401, 'ERR_IDENTITY_UNAUTHENTICATED', 'session'],
    [401, 'invalid_api_key', 'session'],
    [403, 'ERR_POLICY_DENIED', 'forbidden'],
    [400, 'ERR_REQUEST_INVALID', 'invalid'],
    [400, 'context_length_exceeded', 'too-long'],
    [413, 'ERR_REQUEST_TOO_LARGE', 'too-long'],
    [429, 'rate_limit_exceeded', 'rate'],
    [503, 'ERR_REDACTION_FAILED', 'unavailable'],
    [500, 'ERR_AUDIT_UNAVAILABLE', 'unavailable'],
    [500, 'ERR_INTERNAL', 'internal'],
  ])('of status %i and code %s is %s', (status, code, kind) => {
    expect(failureOf(status, { error: { code, message: 'm' } }, null).kind).toBe(kind);
  });

  it('keeps the request id of the body, else that of the header', () => {
    const body = { error: { code: 'ERR_INTERNAL', message: 'm', requestId: 'req_body' } };
    expect(failureOf(500, body, 'req_header').requestId).toBe('req_body');
    expect(failureOf(500, { error: { message: 'm' } }, 'req_header').requestId).toBe('req_header');
  });

  it.each([[undefined], ['<html>'], [{ error: 'text' }], [null]])('needs no readable body: %j', (body) => {
    expect(failureOf(502, body, null)).toMatchObject({ kind: 'unavailable', requestId: undefined });
  });
});
