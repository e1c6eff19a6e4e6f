import { delimiter, isAbsolute } from 'node:path';
import { z } from 'zod';

/** One setting: its environment variable, what it means, and how its text becomes a value. */
export interface Setting<T> {
  readonly variable: string;
  readonly describe: string;
  /** As a person would write it; `undefined` when there is none. */
  readonly fallback: string | undefined;
  /** What to write instead, shown when the value is refused. */
  readonly fix: string;
  readonly schema: z.ZodType<T, string | undefined>;
}

function setting<T>(value: Setting<T>): Setting<T> {
  return value;
}

const integer = (min: number, max: number): z.ZodType<number, string | undefined> =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);

const text = z.string().min(1);

const choice = <const T extends readonly [string, ...string[]]>(
  ...values: T
): z.ZodType<T[number], string | undefined> => z.enum(values);

/** Every setting of the product. docs/configuration.md is generated from this list. */
export const settings = {
  data: setting({
    variable: 'INTRAMURA_DATA',
    describe:
      'Folder for everything that must outlive a restart: databases, keys, index, checkpoints, originals.',
    fallback: './data',
    fix: 'a path to a folder that this user may write',
    schema: text,
  }),
  host: setting({
    variable: 'INTRAMURA_HOST',
    describe: 'Address to listen on. Leave it on the loopback address unless a TLS proxy stands in front.',
    fallback: '127.0.0.1',
    fix: 'an IP address or host name of this machine, for example 127.0.0.1',
    schema: text,
  }),
  port: setting({
    variable: 'INTRAMURA_PORT',
    describe: 'TCP port to listen on; 0 lets the system choose.',
    fallback: '8080',
    fix: 'a whole number from 0 to 65535',
    schema: integer(0, 65_535),
  }),
  secureCookie: setting({
    variable: 'INTRAMURA_SECURE_COOKIE',
    describe: 'Whether the session cookie is sent over HTTPS only. Turn it on behind a TLS proxy.',
    fallback: 'off',
    fix: 'on or off',
    schema: choice('on', 'off'),
  }),
  trustProxy: setting({
    variable: 'INTRAMURA_TRUST_PROXY',
    describe:
      'How many reverse proxies stand in front, so that the caller’s address is read from the right header entry.',
    fallback: '0',
    fix: 'a whole number from 0 to 10',
    schema: integer(0, 10),
  }),
  logLevel: setting({
    variable: 'INTRAMURA_LOG_LEVEL',
    describe: 'Least severe level that is logged to standard error.',
    fallback: 'info',
    fix: 'one of trace, debug, info, warn, error, silent',
    schema: choice('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  }),
  threads: setting({
    variable: 'INTRAMURA_THREADS',
    describe:
      'Threads of each language model; auto is one less than the processors, at least 1. More than the free processors makes answers a hundred times slower.',
    fallback: 'auto',
    fix: 'auto, or a whole number from 1 to 256',
    schema: z.union([z.literal('auto'), integer(1, 256)]),
  }),
  models: setting({
    variable: 'INTRAMURA_MODELS',
    describe: 'Folder with catalog.yaml, the prompts and the weights.',
    fallback: './models',
    fix: 'a path to a folder that holds catalog.yaml',
    schema: text,
  }),
  policies: setting({
    variable: 'INTRAMURA_POLICIES',
    describe: 'Folder with the policy bundle.',
    fallback: './policies',
    fix: 'a path to a folder that holds access/ and redaction/',
    schema: text,
  }),
  samples: setting({
    variable: 'INTRAMURA_SAMPLES',
    describe: 'Folder whose knowledge/ is imported on the first start; off starts empty.',
    fallback: './samples',
    fix: 'a path to a folder that holds knowledge/, or off',
    schema: text,
  }),
  sourceRoots: setting({
    variable: 'INTRAMURA_SOURCE_ROOTS',
    describe:
      'Folders of this machine in which watched folders and local Git repositories may lie, absolute, with : between them; off allows none.',
    fallback: 'off',
    fix: 'absolute paths with : between them, or off',
    schema: z
      .string()
      .transform((value) => (value === 'off' ? [] : value.split(delimiter)))
      .refine((paths) => paths.every(isAbsolute)),
  }),
  maxBodyMib: setting({
    variable: 'INTRAMURA_MAX_BODY_MIB',
    describe: 'Largest JSON body in MiB; a larger one is answered with 413.',
    fallback: '2',
    fix: 'a whole number from 1 to 64',
    schema: integer(1, 64),
  }),
  maxUploadMib: setting({
    variable: 'INTRAMURA_MAX_UPLOAD_MIB',
    describe: 'Largest uploaded document in MiB.',
    fallback: '50',
    fix: 'a whole number from 1 to 1024',
    schema: integer(1, 1024),
  }),
  maskSeconds: setting({
    variable: 'INTRAMURA_MASK_SECONDS',
    describe: 'Seconds that masking one text may take; after them the request is answered with 503.',
    fallback: '5',
    fix: 'a whole number from 1 to 60',
    schema: integer(1, 60),
  }),
  vaultDays: setting({
    variable: 'INTRAMURA_VAULT_DAYS',
    describe:
      'Days after which the masked values of a conversation are wiped when nothing was asked in it; a later question gives them new placeholders.',
    fallback: '30',
    fix: 'a whole number from 1 to 3650',
    schema: integer(1, 3650),
  }),
  requestsPerMinute: setting({
    variable: 'INTRAMURA_REQUESTS_PER_MINUTE',
    describe: 'Requests to models that one person or key may make in a minute.',
    fallback: '600',
    fix: 'a whole number from 1 to 1000000',
    schema: integer(1, 1_000_000),
  }),
  auditEpochDir: setting({
    variable: 'INTRAMURA_AUDIT_EPOCH_DIR',
    describe:
      'Folder of the key above the keys of the audit log’s contents, best on another disk than the data folder and its back-ups; keys is the one in the data folder.',
    fallback: 'keys',
    fix: 'keys, or an absolute path',
    schema: z.string().refine((value) => value === 'keys' || isAbsolute(value)),
  }),
  auditSigner: setting({
    variable: 'INTRAMURA_AUDIT_SIGNER',
    describe:
      'Unix socket of the audit log’s signer, run by another user with `audit signer`; child starts one beside the server.',
    fallback: 'child',
    fix: 'child, or the absolute path of a socket',
    schema: z.string().refine((value) => value === 'child' || isAbsolute(value)),
  }),
} as const;
