import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, loadSecrets } from './config/load-config.ts';
import type { AppContext } from './context.ts';
import type { Principal } from './domain/principal.ts';
import { AppError } from './errors.ts';
import type { User } from './identity/user.ts';
import { importFolder } from './pipeline/import-folder.ts';
import type { GrantablePermission } from './policy/permissions.ts';

/** What the first start made. It is shown once and kept nowhere. */
export interface Credentials {
  readonly username: string;
  /** Absent when the operator chose the password. */
  readonly password?: string;
  /** Secret of a key that may ask. */
  readonly key: string;
}

/** Collection that holds the sample knowledge. */
export const SAMPLE_COLLECTION = 'handbook';

/** Setting that says whether the sample knowledge still has to be imported. */
const SAMPLES = 'first-start.samples';

const tourScopes: readonly GrantablePermission[] = [
  'chat:create',
  'embedding:create',
  'model:list',
  'collection:list',
  'collection:read',
  'knowledge:search',
  'redaction:preview',
];

/**
 * On an empty data folder: an administrator, a key for the tour, and the sample knowledge. `announce` gets the
 * credentials as soon as they exist, so that nothing that fails later can lose them; an import that was cut short
 * is taken up by the next start.
 * @throws AppError ERR_CONFIG_INVALID when there are no samples to import, before anything is made
 */
export async function firstStart(
  context: AppContext,
  environment: Environment,
  announce: (credentials: Credentials) => void,
): Promise<Principal> {
  const { samplesDir } = context.services.config;
  const { adminPassword } = loadSecrets(environment);
  if ((await context.services.identity.users.count()) === 0) {
    if (samplesDir !== undefined) assertSamples(samplesDir);
    await context.settings.set(SAMPLES, samplesDir === undefined ? 'done' : 'pending');
    announce(await createAdministrator(context, adminPassword));
  }
  const administrator = await findAdministrator(context);
  if (samplesDir !== undefined && (await context.settings.get(SAMPLES)) === 'pending') {
    await importSamples(context, administrator, samplesDir);
    await context.settings.set(SAMPLES, 'done');
  }
  return administrator;
}

/** The credentials as they are shown to whoever started the product. */
export function describeCredentials({ username, password }: Credentials): string {
  const secret =
    password === undefined ? 'the one in INTRAMURA_ADMIN_PASSWORD' : `${password}   (shown once: keep it)`;
  return [
    '',
    'First start: keys made, and an administrator.',
    `  User name   ${username}`,
    `  Password    ${secret}`,
    '',
  ].join('\n');
}

async function createAdministrator({ services }: AppContext, password?: string): Promise<Credentials> {
  const { identity, audit } = services;
  const created = await identity.ensureAdministrator(password);
  if (created === undefined)
    throw new AppError('ERR_INTERNAL', 'Another process has just made the administrator.');
  const { user } = created;
  const actor = toPrincipal(user);
  await audit.recordEvent({ type: 'user.created', actor, user: user.id, roles: user.roles });
  const { key, secret } = await identity.apiKeys.create({
    name: 'First start',
    ownerId: user.id,
    scopes: tourScopes,
  });
  await audit.recordEvent({ type: 'api-key.created', actor, key: key.id });
  return {
    username: user.username,
    ...(created.password === undefined ? {} : { password: created.password }),
    key: secret,
  };
}

function assertSamples(samplesDir: string): void {
  if (existsSync(join(samplesDir, 'knowledge'))) return;
  throw new AppError(
    'ERR_CONFIG_INVALID',
    `${samplesDir} holds no knowledge/ folder. Correct INTRAMURA_SAMPLES, or set it to off.`,
  );
}

async function importSamples(context: AppContext, actor: Principal, samplesDir: string): Promise<void> {
  const { knowledge, audit, logger } = context.services;
  const collections = await knowledge.collections();
  if (!collections.some(({ id }) => id === SAMPLE_COLLECTION)) {
    await audit.recordEvent({ type: 'collection.created', actor, collection: SAMPLE_COLLECTION });
    await knowledge.createCollection({
      id: SAMPLE_COLLECTION,
      name: 'Harbour Bank (sample)',
      classification: 'internal',
      readers: [],
    });
  }
  let documents = 0;
  const folder = join(samplesDir, 'knowledge');
  for await (const report of importFolder(context.imports, actor, SAMPLE_COLLECTION, folder)) {
    if (report.status === 'failed') {
      logger.warn({ source: report.source, reason: report.reason }, 'a sample was not imported');
    } else documents += 1;
  }
  logger.info({ documents }, 'sample knowledge imported');
}

async function findAdministrator({ services }: AppContext): Promise<Principal> {
  const users = await services.identity.users.list();
  const found = users.find((user) => user.roles.includes('administrator') && user.disabledAt === undefined);
  if (found !== undefined) return toPrincipal(found);
  throw new AppError('ERR_NOT_FOUND', 'No administrator is left in this data folder. Restore a back-up.');
}

function toPrincipal({ id, displayName, roles }: User): Principal {
  return { kind: 'user', id, name: displayName, roles };
}
