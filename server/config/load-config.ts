import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { passwordProblem } from './password-rule.ts';
import { type Setting, settings } from './settings.ts';

/** The validated configuration. It holds no secret, so it may be logged and printed. */
export interface Config {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly secureCookie: boolean;
  readonly trustProxy: number;
  readonly logLevel: string;
  /** Threads of each language model. */
  readonly threads: number;
  readonly modelsDir: string;
  readonly policiesDir: string;
  /** Absent when the first start imports nothing. */
  readonly samplesDir?: string;
  /** Folders in which sources of this machine may lie; none when empty. */
  readonly sourceRoots: readonly string[];
  readonly maxBodyBytes: number;
  readonly maxUploadBytes: number;
  /** For masking one text. */
  readonly maskDeadlineMs: number;
  /** After so many days without a question the masked values of a conversation are wiped. */
  readonly vaultDays: number;
  readonly requestsPerMinute: number;
  /** Socket of the audit log's signer; absent when the server starts its own. */
  readonly auditSigner?: string;
  /** Folder of the epoch key of the audit log's contents. */
  readonly auditEpochDir: string;
}

/** Secrets are a type of their own, so that printing the configuration cannot print them. */
export interface Secrets {
  /** Password of the first administrator, for an empty data directory. */
  readonly adminPassword?: string;
}

/** Where relative paths start. */
export interface BaseDirs {
  /** For the data folder: the folder the product is started in. */
  readonly working: string;
  /** For what ships with the product: models, policies, samples. */
  readonly product: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const MIB = 1024 * 1024;

/**
 * Reads the configuration from environment variables.
 * @throws AppError ERR_CONFIG_INVALID that names every problem at once with its fix, and never a value.
 */
export function loadConfig(environment: Environment, base: BaseDirs): Config {
  const problems: string[] = [];
  const read = <T>(setting: Setting<T>): T | undefined => {
    const result = setting.schema.safeParse(environment[setting.variable] ?? setting.fallback);
    if (result.success) return result.data;
    problems.push(`${setting.variable} must be ${setting.fix}`);
    return undefined;
  };
  const values = {
    data: read(settings.data),
    host: read(settings.host),
    port: read(settings.port),
    secureCookie: read(settings.secureCookie),
    trustProxy: read(settings.trustProxy),
    logLevel: read(settings.logLevel),
    threads: read(settings.threads),
    models: read(settings.models),
    policies: read(settings.policies),
    samples: read(settings.samples),
    sourceRoots: read(settings.sourceRoots),
    maxBodyMib: read(settings.maxBodyMib),
    maxUploadMib: read(settings.maxUploadMib),
    maskSeconds: read(settings.maskSeconds),
    vaultDays: read(settings.vaultDays),
    requestsPerMinute: read(settings.requestsPerMinute),
    auditSigner: read(settings.auditSigner),
    auditEpochDir: read(settings.auditEpochDir),
  };
  if (!isComplete(values) || problems.length > 0) {
    throw new AppError('ERR_CONFIG_INVALID', `The configuration is wrong:\n  ${problems.join('\n  ')}`);
  }
  const dataDir = resolve(base.working, values.data);
  const shipped = (value: string): string => resolve(base.product, value);
  return {
    dataDir,
    host: values.host,
    port: values.port,
    secureCookie: values.secureCookie === 'on',
    trustProxy: values.trustProxy,
    logLevel: values.logLevel,
    threads: values.threads === 'auto' ? Math.max(1, availableParallelism() - 1) : values.threads,
    modelsDir: shipped(values.models),
    policiesDir: shipped(values.policies),
    ...(values.samples === 'off' ? {} : { samplesDir: shipped(values.samples) }),
    sourceRoots: values.sourceRoots,
    maxBodyBytes: values.maxBodyMib * MIB,
    maxUploadBytes: values.maxUploadMib * MIB,
    maskDeadlineMs: values.maskSeconds * 1000,
    vaultDays: values.vaultDays,
    requestsPerMinute: values.requestsPerMinute,
    auditEpochDir: values.auditEpochDir === 'keys' ? join(dataDir, 'keys') : values.auditEpochDir,
    ...(values.auditSigner === 'child' ? {} : { auditSigner: values.auditSigner }),
  };
}

/** Reads the secrets. @throws AppError ERR_CONFIG_INVALID without the value. */
export function loadSecrets(environment: Environment): Secrets {
  const adminPassword = environment['INTRAMURA_ADMIN_PASSWORD'];
  if (adminPassword === undefined) return {};
  const problem = passwordProblem(adminPassword);
  if (problem !== undefined) {
    throw new AppError(
      'ERR_CONFIG_INVALID',
      `The configuration is wrong:\n  INTRAMURA_ADMIN_PASSWORD ${problem}`,
    );
  }
  return { adminPassword };
}

type Complete<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function isComplete<T extends object>(values: T): values is T & Complete<T> {
  return Object.values(values).every((value) => value !== undefined);
}

const otherVariables = new Set(['INTRAMURA_ADMIN_PASSWORD', 'INTRAMURA_KEY', 'INTRAMURA_DEV_DATA']);

/** One warning for each variable that looks like ours and is not: a misspelt name would otherwise be ignored in silence. */
export function unknownVariables(environment: Environment): string[] {
  const known = new Set(Object.values(settings).map((setting) => setting.variable));
  return Object.keys(environment)
    .filter((name) => name.startsWith('INTRAMURA_') && !known.has(name) && !otherVariables.has(name))
    .map((name) => `${name} is not a setting: remove it or correct its name (docs/configuration.md)`);
}
