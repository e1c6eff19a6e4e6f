import { z } from 'zod';
import { roles } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { DocumentChange } from '../knowledge/knowledge.ts';

/** Options that say who reads the imported documents, from when until when, and whose they are. */
export const ruleOptions = {
  readers: { type: 'string' },
  effective: { type: 'string' },
  expires: { type: 'string' },
  owner: { type: 'string' },
} as const;

const role = z.enum(roles);
/** A day is its first moment, UTC. */
const time = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** @throws AppError ERR_USAGE that names the option at fault. */
export function parseRules(
  values: Readonly<Partial<Record<keyof typeof ruleOptions, string | undefined>>>,
): DocumentChange {
  const { readers, effective, expires, owner } = values;
  return {
    ...(readers === undefined ? {} : { readers: parseRoles(readers) }),
    ...(effective === undefined ? {} : { effectiveAt: parseTime(effective, '--effective') }),
    ...(expires === undefined ? {} : { expiresAt: parseTime(expires, '--expires') }),
    ...(owner === undefined ? {} : { owner }),
  };
}

function parseRoles(text: string): string[] {
  return text.split(',').map((name) => {
    const parsed = role.safeParse(name.trim());
    if (parsed.success) return parsed.data;
    throw new AppError('ERR_USAGE', `--readers takes roles with a comma between them: ${roles.join(', ')}.`, {
      status: 400,
    });
  });
}

function parseTime(text: string, option: string): string {
  const parsed = time.safeParse(text);
  if (parsed.success) return new Date(parsed.data).toISOString();
  throw new AppError('ERR_USAGE', `${option} must be a date or a time, for example 2030-01-31.`, {
    status: 400,
  });
}
