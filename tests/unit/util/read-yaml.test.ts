import { expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../../server/util/read-yaml.ts';

const schema = z.strictObject({ name: z.string(), limits: z.array(z.object({ most: z.int() })).default([]) });

it('gives what the schema makes of the text', () => {
  expect(readYaml('name: a', schema)).toEqual({ ok: true, data: { name: 'a', limits: [] } });
});

it('names every problem with its place', () => {
  const reading = readYaml('name: 1\nlimits: [{ most: 2 }, { most: x }]\nmore: 1', schema);
  expect(reading).toEqual({
    ok: false,
    problems: [
      expect.stringMatching(/^name: /),
      expect.stringMatching(/^limits\.1\.most: /),
      expect.stringMatching(/more/),
    ],
  });
});

it('says where a text stops being YAML, without a piece of it', () => {
  const reading = readYaml('name: a\nlimits: [secret', schema);
  expect(reading).toMatchObject({
    ok: false,
    problems: [expect.stringMatching(/^this is not YAML: .+ line 2/)],
  });
  expect(JSON.stringify(reading)).not.toContain('secret');
});
