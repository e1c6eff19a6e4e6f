import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { readYaml } from '../util/read-yaml.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { type Tier, tiers } from './entity-type.ts';

/** The profile where nothing asks for another: what the search index and previews are masked with. */
export const DEFAULT_MASK_PROFILE = 'baseline';

/** Which values an exchange masks: every type of the tiers, with the included and without the excluded ones. */
export interface MaskProfile {
  readonly name: string;
  /** What it is for, in one line. */
  readonly title: string;
  readonly tiers: readonly Tier[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

const profileSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes'),
  title: z.string().min(1).max(200),
  tiers: z.array(z.enum(tiers)),
  include: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]),
});

/**
 * Reads every `*.yaml` of the folder, in the order of their names.
 * @throws AppError ERR_POLICY_INVALID naming the file and the problem.
 */
export function loadMaskProfiles(dir: string): readonly MaskProfile[] {
  const files = listFiles(dir)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();
  if (files.length === 0) throw invalid(dir, 'there is no *.yaml profile in this folder');
  return files.map((file) => parseMaskProfile(readFileSync(join(dir, file), 'utf8'), file));
}

/**
 * @param file its name, for messages; the profile is named after it.
 * @throws AppError ERR_POLICY_INVALID
 */
export function parseMaskProfile(text: string, file: string): MaskProfile {
  const reading = readYaml(text, profileSchema);
  if (!reading.ok) throw invalid(file, reading.problems.join('; '));
  const profile = reading.data;
  if (profile.name !== basename(file, '.yaml'))
    throw invalid(file, `name must be the file's, not ${profile.name}`);
  const catalog = builtInCatalog();
  const unknown = [...profile.include, ...profile.exclude].find((type) => !catalog.has(type));
  if (unknown !== undefined) throw invalid(file, `unknown entity type ${unknown} (see redact --list)`);
  return profile;
}

/** Ids of the types that the profile masks. */
export function maskedTypes(profile: MaskProfile, catalog: EntityCatalog): ReadonlySet<string> {
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
