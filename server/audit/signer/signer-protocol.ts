import { z } from 'zod';
import type { ErrorCode } from '../../errors.ts';

/**
 * What the server and the signer say to each other: one JSON object a line. Both sides hold the other for hostile; the
 * signer most of all, since it must withstand a server that was taken over.
 */

const id = z.int().min(0);
const hash = z.base64().length(44);
const size = z.int().min(0);
const text = z.string().max(8192);

/** `start` comes first where the server starts the signer itself; a signer that runs by itself has its own settings. */
export const signerStart = z.strictObject({
  kind: z.literal('start'),
  settings: z.strictObject({ stateDir: text, keyPath: text, logPath: text }),
});

export const signerRequest = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('open'), origin: text, checkpoint: text.exactOptional() }),
  z.strictObject({ id, kind: z.literal('prepare-key') }),
  z.strictObject({ id, kind: z.literal('sign'), size, root: hash, proof: z.array(hash).max(64) }),
]);
export type SignerRequest = z.infer<typeof signerRequest>;

/** A request without the number that its reply repeats. */
export type SignerRequestBody = SignerRequest extends infer R
  ? R extends SignerRequest
    ? Omit<R, 'id'>
    : never
  : never;

const refusals = [
  'ERR_AUDIT_INVALID',
  'ERR_AUDIT_UNAVAILABLE',
  'ERR_CONFIG_INVALID',
  'ERR_REQUEST_INVALID',
] as const satisfies readonly ErrorCode[];

export const signerReply = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('opened'), size, root: hash, keys: z.array(text).max(1000) }),
  z.strictObject({ id, kind: z.literal('signed'), note: text, keys: z.array(text).max(1000) }),
  z.strictObject({ id, kind: z.literal('prepared'), vkey: text }),
  z.strictObject({ id, kind: z.literal('refused'), code: z.enum(refusals), message: text }),
]);
export type SignerReply = z.infer<typeof signerReply>;
export type SignerRefusal = (typeof refusals)[number];

/** The code as the signer may say it; anything unexpected is a signer that does not work. */
export function refusalOf(code: ErrorCode): SignerRefusal {
  return refusals.find((known) => known === code) ?? 'ERR_AUDIT_UNAVAILABLE';
}
