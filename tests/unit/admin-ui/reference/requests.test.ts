import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildRequest,
  jsonProblem,
} from '../../../../admin-ui/src/pages/reference/document/build-request.ts';
import { codeExamples } from '../../../../admin-ui/src/pages/reference/document/code-examples.ts';
import type { Operation } from '../../../../admin-ui/src/pages/reference/document/read-operations.ts';

const ORIGIN = 'http://localhost:8080';

function operation(change: Partial<Operation> = {}): Operation {
  return {
    id: 'postApiThingsById',
    method: 'post',
    path: '/api/things/{id}',
    summary: 'Change a thing.',
    tag: 'Things',
    permission: 'thing:change',
    parameters: [
      { name: 'id', in: 'path', required: true, description: '', schema: {} },
      { name: 'limit', in: 'query', required: false, description: '', schema: {} },
    ],
    body: { mediaType: 'application/json', schema: {} },
    replies: [{ status: '200', description: '', content: { mediaType: 'application/json', schema: {} } }],
    ...change,
  };
}

const built = (parameters: Record<string, string>, body = '{}'): ReturnType<typeof buildRequest> =>
  buildRequest(operation(), { parameters, body });

describe('a request', () => {
  it('has its values in their places, encoded', () => {
    expect(built({ id: 'a/b ?', limit: '5&x=1' })).toEqual({
      method: 'POST',
      target: '/api/things/a%2Fb%20%3F?limit=5%26x%3D1',
      body: '{}',
      missing: [],
    });
  });

  it('leaves out what is empty and names what is missing', () => {
    expect(built({ id: '', limit: '' })).toMatchObject({ target: '/api/things/{id}', missing: ['id'] });
  });

  it('has no body where the operation takes none', () => {
    const { body: _body, ...plain } = operation({ method: 'get' });
    expect(buildRequest(plain, { parameters: { id: '1' }, body: '{"a":1}' })).not.toHaveProperty('body');
  });

  it('is told apart from broken JSON', () => {
    expect(jsonProblem('{"a": [1, 2]}')).toBeUndefined();
    expect(jsonProblem('{"a": }')).toMatch(/JSON/);
  });
});

describe('the examples', () => {
  const codeOf = (change: Partial<Operation>, body: string): readonly string[] => {
    const changed = operation(change);
    const request = buildRequest(changed, { parameters: { id: 'one' }, body });
    return codeExamples(changed, request, ORIGIN).map(({ code }) => code);
  };

  it('name the key by its variable and never hold one', () => {
    const [shell = '', script = ''] = codeOf({}, '{"name":"x"}');
    expect(shell).toContain('"Authorization: Bearer $INTRAMURA_KEY"');
    expect(script).toContain('Bearer ${process.env.INTRAMURA_KEY}');
    expect(codeOf({ permission: 'public' }, '{}').join('\n')).not.toContain('INTRAMURA_KEY');
  });

  it('quote for the shell whatever the body holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const body = JSON.stringify({ text });
        const [code = ''] = codeOf({}, body);
        const printed = execFileSync('sh', [
          '-c',
          `curl() { while [ "$1" != -d ]; do shift; done; printf %s "$2"; }; ${code}`,
        ]);
        expect(printed.toString('utf8')).toBe(body);
      }),
      { numRuns: 25 },
    );
  });

  it('use the official client where there is one, else fetch', () => {
    const ask = { path: '/v1/chat/completions', parameters: [] };
    expect(codeOf(ask, '{"messages":[]}')[1]).toContain('client.chat.completions.create({"messages":[]})');
    expect(codeOf({ method: 'get', path: '/v1/models/{id}' }, '')[1]).toContain(
      'client.models.retrieve("one")',
    );
    expect(codeOf({}, '{}')[1]).toContain(`fetch('${ORIGIN}/api/things/one', {`);
  });

  it('are JavaScript', () => {
    for (const change of [{}, { path: '/v1/embeddings' }, { permission: 'public' }]) {
      const script = codeOf(change, '{\n  "a": 1\n}')[1] ?? '';
      expect(() =>
        execFileSync(process.execPath, ['--input-type=module', '--check'], { input: script, stdio: 'pipe' }),
      ).not.toThrow();
    }
  });

  it('send a file as a form', () => {
    const [code] = codeOf({ body: { mediaType: 'multipart/form-data', schema: {} } }, '');
    expect(code).toContain("-F 'file=@document.pdf'");
    expect(code).not.toContain(' -d ');
  });
});
