import type { z } from 'zod';

/** One zod issue as `place: what is wrong`. Zod's own messages name types, limits and allowed values, never the value. */
export function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}
