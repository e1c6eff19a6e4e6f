import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../../server/policy/policies.ts';
import { copyPolicies } from './policy-bundle.ts';

async function problemsOf(changes: Readonly<Record<string, string | null>>): Promise<string> {
  const dir = await copyPolicies(changes);
  const error: unknown = await loadPolicies(dir).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'AppError', code: 'ERR_POLICY_INVALID' });
  return error instanceof Error ? error.message : '';
}

describe('loadPolicies', () => {
  it('digests the bundle as standard tools do', async () => {
    const dir = await copyPolicies();
    const { digest } = await loadPolicies(dir);
    const recomputed = execFileSync(
      'bash',
      [
        '-c',
        "find . -type f ! -path './tests/*' | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum | sha256sum",
      ],
      { cwd: dir, encoding: 'utf8' },
    );
    expect(recomputed.slice(0, 64)).toBe(digest);
  });

  it('gets another digest from any change except in tests/ and hidden files', async () => {
    const dir = await copyPolicies();
    const { digest } = await loadPolicies(dir);
    await writeFile(join(dir, 'tests', 'matrix.yaml'), 'matrix: {}\n');
    await writeFile(join(dir, '.editor-backup'), 'x');
    expect((await loadPolicies(dir)).digest).toBe(digest);
    await writeFile(join(dir, 'access', 'README.md'), 'x');
    const renamed = (await loadPolicies(dir)).digest;
    expect(renamed).not.toBe(digest);
    const roles = await readFile(join(dir, 'access', 'roles.cedar'), 'utf8');
    await writeFile(join(dir, 'access', 'roles.cedar'), `${roles}\n`);
    expect((await loadPolicies(dir)).digest).not.toBe(renamed);
  });

  it('lists every file with its digest, sorted', async () => {
    const dir = await copyPolicies();
    const files = (await loadPolicies(dir)).files();
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(paths.toSorted());
    expect(paths).toContain('access/roles.cedar');
    expect(paths.some((path) => path.startsWith('tests/'))).toBe(false);
    const egress = files.find(({ path }) => path === 'egress.yaml');
    const sum = execFileSync('sha256sum', [join(dir, 'egress.yaml')], { encoding: 'utf8' });
    expect(egress?.digest).toBe(sum.slice(0, 64));
  });

  it('names every problem at once, with its file', async () => {
    const message = await problemsOf({
      'access/broken.cedar': '@id("x")\npermit (principal, action, resource;\n',
      'models.yaml': 'rules:\n  - models: []\n    roles: [wizard]\n',
      'egress.yaml': 'allow: [https://elsewhere.test/]\n',
      'retention.yaml': null,
      'bundles/finance.yaml': 'maskProfile: [\n',
    });
    expect(message).toMatch(/access\/broken\.cedar: line 2: unexpected token/);
    expect(message).toMatch(/models\.yaml: rules\.0\.models: /);
    expect(message).toMatch(/models\.yaml: rules\.0\.roles\.0: /);
    expect(message).toMatch(/egress\.yaml: allow\.0: must be a host name/);
    expect(message).toMatch(/retention\.yaml: the file is missing/);
    expect(message).toMatch(/bundles\/finance\.yaml: .+ \(line 2\)/);
    expect(message).not.toContain('elsewhere.test');
  });

  it.each([
    ['a policy without an id', 'permit (principal, action, resource);', /a policy has no @id/],
    [
      'an id that another file uses',
      '@id("member-asks")\npermit (principal, action, resource);',
      /the id "member-asks" is already used in access\/roles\.cedar/,
    ],
    [
      'a role that does not exist',
      '@id("y")\npermit (principal in Role::"wizard", action, resource);',
      /policy "y": .*wizard/,
    ],
    [
      'an action that does not exist',
      '@id("z")\npermit (principal, action == Action::"chat:destroy", resource);',
      /policy "z": .*chat:destroy/,
    ],
    [
      'an attribute that does not exist',
      '@id("w")\npermit (principal, action, resource is Collection) when { resource.owner == "x" };',
      /policy "w": .*owner/,
    ],
    ['a template', '@id("t")\npermit (principal == ?principal, action, resource);', /templates/],
  ])('refuses %s', async (_name, text, problem) => {
    expect(await problemsOf({ 'access/zz-site.cedar': text })).toMatch(problem);
  });

  it('refuses a damaged and a missing schema', async () => {
    expect(await problemsOf({ 'access/schema.cedarschema': 'entity User in [;\n' })).toMatch(
      /access\/schema\.cedarschema: line 1: /,
    );
    expect(await problemsOf({ 'access/schema.cedarschema': null })).toMatch(
      /access\/schema\.cedarschema: the file is missing/,
    );
  });

  it('refuses a bundle and a mask profile that do not exist', async () => {
    expect(await problemsOf({ 'bundle.yaml': 'use: lunar\n' })).toMatch(/no usable bundles\/lunar\.yaml/);
    const bundle = 'maskProfile: lunar\nrestore: all\ngrounding: free\nunsupported: remove\n';
    expect(await problemsOf({ 'bundles/finance.yaml': bundle })).toMatch(
      /bundles\/finance\.yaml: maskProfile: there is no redaction\/lunar\.yaml/,
    );
  });

  it('refuses a misspelt duty instead of ignoring it', async () => {
    const rule = "rules:\n  - models: ['*']\n    roles: [member]\n    groundings: free\n";
    expect(await problemsOf({ 'models.yaml': rule })).toMatch(/models\.yaml: rules\.0: .*groundings/);
  });

  it('refuses a folder that is not there', async () => {
    await expect(loadPolicies('does/not/exist')).rejects.toMatchObject({ code: 'ERR_POLICY_INVALID' });
  });

  it('reads the limits of sessions in milliseconds', async () => {
    const dir = await copyPolicies({
      'retention.yaml': 'sessions: { idleMinutes: 15, absoluteHours: 8 }\n',
    });
    expect((await loadPolicies(dir)).retention.sessions).toEqual({ idleMs: 900_000, absoluteMs: 28_800_000 });
  });
});
