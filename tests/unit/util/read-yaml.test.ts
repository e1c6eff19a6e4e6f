import { expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml, sayProblem } from '../../../server/util/read-yaml.ts';

const schema = z.strictObject({ name: z.string(), limits: z.array(z.object({ most: z.int() })).default([]) });

it('gives what the schema makes of the text', () => {
  expect(readYaml('name: a', schema)).toMatchObject({ ok: true, data: { name: 'a', limits: [] } });
});

it('tells the line of a place in the text, or of the nearest one around it', () => {
  const reading = readYaml('name: a\nlimits:\n  - most: 1\n  - most: 2\n', schema);
  if (!reading.ok) throw new Error('it is sound');
  expect(reading.lineOf(['limits', 1, 'most'])).toBe(4);
  expect(reading.lineOf(['limits', 0, 'least'])).toBe(3);
  expect(reading.lineOf(['elsewhere'])).toBeUndefined();
});

it('names every problem with its place', () => {
  const reading = readYaml('name: 1\nlimits: [{ most: 2 }, { most: x }]\nmore: 1', schema);
  if (reading.ok) throw new Error('it is wrong');
  expect(reading.problems.map(sayProblem)).toEqual([
    expect.stringMatching(/^name: .+ \(line 1\)$/),
    expect.stringMatching(/^limits\.1\.most: .+ \(line 2\)$/),
    expect.stringMatching(/more.* \(line 3\)$/),
  ]);
});

it('says where a text stops being YAML, without a piece of it', () => {
  const reading = readYaml('name: a\nlimits: [secret', schema);
  expect(reading).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringMatching(/^this is not YAML: ./), line: 2 }],
  });
  expect(JSON.stringify(reading)).not.toContain('secret');
});
