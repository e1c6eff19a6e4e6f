import { isAbsolute } from 'node:path';
import { z } from 'zod';

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a name in lower-case letters, digits and dashes');
const path = z.string().refine(isAbsolute, 'must be an absolute path');
const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const every = (seconds: number): z.ZodDefault<z.ZodInt> => z.int().min(1).max(31_536_000).default(seconds);

const anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), name, path, everySeconds: every(10) }),
  z.strictObject({
    kind: z.literal('syslog'),
    name,
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535).default(6514),
    ca: path.optional(),
    everySeconds: every(10),
  }),
  z.strictObject({ kind: z.literal('stamp'), name, url, certificate: path, everySeconds: every(86_400) }),
  z.strictObject({ kind: z.literal('witness'), name, url, key: z.string().min(1), everySeconds: every(1) }),
]);

/** anchors.yaml: where checkpoints go, and how much depends on it. */
export const anchorSettings = z
  .strictObject({
    need: z.int().min(0).default(0),
    strict: z.boolean().default(false),
    maxAgeSeconds: z.int().min(10).max(86_400).default(300),
    anchors: z.array(anchor).max(16).default([]),
  })
  .superRefine(({ need, strict, anchors }, context) => {
    const names = anchors.map((one) => one.name);
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', path: ['anchors'], message: 'must have different names' });
    if (need > anchors.length)
      context.addIssue({
        code: 'custom',
        path: ['need'],
        message: 'must not be more than there are anchors',
      });
    if (strict && need === 0)
      context.addIssue({ code: 'custom', path: ['need'], message: 'must be at least 1 when strict is true' });
  });
