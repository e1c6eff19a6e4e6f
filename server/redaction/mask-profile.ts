import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { readYaml, sayProblem } from '../util/read-yaml.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { type Tier, tiers } from './entity-type.ts';
import { objectionsTo, operatorRule, type OperatorRule } from './operator-rule.ts';

/** The profile where nothing asks for another: what the search index and previews are masked with. */
export const DEFAULT_MASK_PROFILE = 'baseline';

/** Which values an exchange masks, and how: every type of the tiers, with the included and without the excluded ones. */
export interface MaskProfile {
  readonly name: string;
  /** What it is for, in one line. */
  readonly title: string;
  readonly tiers: readonly Tier[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The first one that fits a value decides what happens to it; a placeholder stands for it where none does. */
  readonly operators: readonly OperatorRule[];
  /** Ids of rules whose findings do not count. */
  readonly disabledRules: readonly string[];
}

function profileSchema(catalog: EntityCatalog, name: string) {
  const type = z.string().refine((id) => catalog.has(id), {
    error: ({ input }) => `unknown entity type ${String(input)} (see redact --list)`,
  });
  const rules = new Set(catalog.rules.map(({ id }) => id));
  const rule = z.string().refine((id) => rules.has(id), {
    error: ({ input }) => `unknown rule ${String(input)} (see redact --list)`,
  });
  return z
    .strictObject({
      name: z.literal(name, `must be ${name}, as the file is called`),
      title: z.string().min(1).max(200),
      tiers: z.array(z.enum(tiers)),
      include: z.array(type).default([]),
      exclude: z.array(type).default([]),
      operators: z.array(operatorRule).max(200).default([]),
      disabledRules: z.array(rule).default([]),
    })
    .superRefine((profile, context) => {
      const masked = maskedTypes(profile, catalog);
      for (const [at, operator] of profile.operators.entries()) {
        for (const { path, message } of objectionsTo(operator, masked, catalog))
          context.addIssue({ code: 'custom', path: ['operators', at, ...path], message });
      }
    });
}

/**
 * Reads every `*.yaml` of the folder, in the order of their names.
 * @throws AppError ERR_POLICY_INVALID naming the file, the line and the problem.
 */
export function loadMaskProfiles(dir: string, catalog = builtInCatalog()): readonly MaskProfile[] {
  const files = listFiles(dir)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();
  if (files.length === 0) throw invalid(dir, 'there is no *.yaml profile in this folder');
  return files.map((file) => parseMaskProfile(readFileSync(join(dir, file), 'utf8'), file, catalog));
}

/**
 * @param file its name, for messages; the profile is named after it.
 * @throws AppError ERR_POLICY_INVALID naming every problem with its line
 */
export function parseMaskProfile(text: string, file: string, catalog = builtInCatalog()): MaskProfile {
  const name = basename(file, '.yaml');
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name))
    throw invalid(file, 'the name of the file must be lower-case letters, digits and dashes');
  const reading = readYaml(text, profileSchema(catalog, name));
  if (!reading.ok) throw invalid(file, reading.problems.map(sayProblem).join('; '));
  return reading.data;
}

/** Ids of the types that the profile masks. */
export function maskedTypes(
  profile: Pick<MaskProfile, 'tiers' | 'include' | 'exclude'>,
  catalog: EntityCatalog,
): ReadonlySet<string> {
  const chosen = catalog.types.filter((type) => profile.tiers.includes(type.tier)).map((type) => type.id);
  const masked = new Set([...chosen, ...profile.include]);
  for (const type of profile.exclude) masked.delete(type);
  return masked;
}

function listFiles(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    throw invalid(dir, 'the folder cannot be read', error);
  }
}

function invalid(file: string, problem: string, cause?: unknown): AppError {
  return new AppError('ERR_POLICY_INVALID', `Mask profile ${file}: ${problem}.`, { cause });
}
