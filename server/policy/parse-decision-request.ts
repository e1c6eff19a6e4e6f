import { z } from 'zod';
import { roles } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { DecisionRequest } from './decision.ts';
import { grantablePermissions } from './permissions.ts';

const collectionAccess = z.strictObject({
  id: z.string().min(1),
  classification: z.string().min(1),
  readers: z.array(z.enum(roles)).default([]),
});

const ownRules = z.strictObject({
  classification: z.string().min(1).optional(),
  readers: z.array(z.enum(roles)).optional(),
});

const resource = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Application') }),
  z.strictObject({ type: z.literal('AuditLog') }),
  z.strictObject({ type: z.literal('Model'), id: z.string().min(1) }),
  collectionAccess.extend({ type: z.literal('Collection') }),
  z.strictObject({ type: z.literal('Conversation'), id: z.string().min(1), owner: z.string().min(1) }),
  z.strictObject({
    type: z.literal('Document'),
    id: z.string().min(1),
    collection: collectionAccess,
    own: ownRules.optional(),
  }),
  z.strictObject({
    type: z.literal('Faq'),
    id: z.string().min(1),
    collection: collectionAccess,
    narrowed: z.array(z.enum(roles)).default([]),
    authors: z.array(z.string().min(1)).default([]),
  }),
]);

const principal = z
  .strictObject({
    kind: z.enum(['user', 'api-key']).default('user'),
    id: z.string().min(1).default('example'),
    name: z.string().default(''),
    roles: z.array(z.enum(roles)),
    limits: z
      .strictObject({
        scopes: z.array(z.enum(grantablePermissions)),
        models: z.array(z.string()).optional(),
        collections: z.array(z.string()).optional(),
      })
      .optional(),
  })
  .refine(({ kind, limits }) => (kind === 'api-key') === (limits !== undefined), {
    path: ['limits'],
    message: 'an API key has limits, a user has none',
  });

/** A decision request as a person writes it: for dry runs and for policies/tests. */
export const decisionRequestSchema = z.strictObject({
  principal,
  action: z.enum(grantablePermissions),
  resource: resource.optional(),
  context: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])).optional(),
});

/**
 * Turns JSON into a decision request, for `policy decide` and its HTTP twin.
 * @throws AppError ERR_REQUEST_INVALID that names every problem with its place
 */
export function parseDecisionRequest(value: unknown): DecisionRequest {
  const result = decisionRequestSchema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
  );
  throw new AppError('ERR_REQUEST_INVALID', `The decision request is wrong:\n  ${problems.join('\n  ')}`, {
    status: 400,
  });
}
