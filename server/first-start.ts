import { join } from 'node:path';
import { type Environment, loadSecrets } from './config/load-config.ts';
import type { AppContext } from './context.ts';
import type { Principal } from './domain/principal.ts';
import { AppError } from './errors.ts';
import type { User } from './identity/user.ts';
import { importFolder } from './pipeline/import-folder.ts';
import type { GrantablePermission } from './policy/permissions.ts';

/** What the first start made. Passwords and secrets in it are shown once and kept nowhere. */
export interface FirstStart {
  readonly administrator: Principal;
  /** Present on the first start only. */
  readonly made?: {
    readonly username: string;
    /** Absent when the operator chose the password. */
    readonly password?: string;
    /** Secret of a key that may ask. */
    readonly key: string;
    readonly documents: number;
  };
}

/** Collection that holds the sample knowledge. */
export const SAMPLE_COLLECTION = 'handbook';

const tourScopes: readonly GrantablePermission[] = [
  'chat:create',
  'embedding:create',
  'model:list',
  'collection:list',
  'collection:read',
  'knowledge:search',
  'redaction:preview',
];

/** On an empty data directory: an administrator, a key for the tour, and the sample knowledge. Else nothing. */
export async function firstStart(context: AppContext, environment: Environment): Promise<FirstStart> {
  const { identity, audit, config } = context.services;
  const created = await identity.ensureAdministrator(loadSecrets(environment).adminPassword);
  if (created === undefined) return { administrator: await findAdministrator(context) };
  const administrator = toPrincipal(created.user);
  await audit.recordEvent({
    type: 'user.created',
    actor: administrator,
    user: created.user.id,
    roles: created.user.roles,
  });
  const { key, secret } = await identity.apiKeys.create({
    name: 'First start',
    ownerId: created.user.id,
    scopes: tourScopes,
  });
  await audit.recordEvent({ type: 'api-key.created', actor: administrator, key: key.id });
  const documents =
    config.samplesDir === undefined ? 0 : await importSamples(context, administrator, config.samplesDir);
  return {
    administrator,
    made: {
      username: created.user.username,
      ...(created.password === undefined ? {} : { password: created.password }),
      key: secret,
      documents,
    },
  };
}

async function importSamples(context: AppContext, actor: Principal, samplesDir: string): Promise<number> {
  const { services, imports } = context;
  const collection = await services.knowledge.createCollection({
    id: SAMPLE_COLLECTION,
    name: 'Harbour Bank (sample)',
    classification: 'internal',
    readers: [],
  });
  await services.audit.recordEvent({ type: 'collection.created', actor, collection: collection.id });
  let documents = 0;
  for await (const report of importFolder(imports, actor, collection.id, join(samplesDir, 'knowledge'))) {
    if (report.status === 'failed') {
      services.logger.warn({ source: report.source, reason: report.reason }, 'a sample was not imported');
    } else documents += 1;
  }
  return documents;
}

async function findAdministrator({ services }: AppContext): Promise<Principal> {
  const users = await services.identity.users.list();
  const found = users.find((user) => user.roles.includes('administrator') && user.disabledAt === undefined);
  if (found !== undefined) return toPrincipal(found);
  throw new AppError('ERR_NOT_FOUND', 'No administrator is left in this data directory. Restore a back-up.');
}

function toPrincipal({ id, displayName, roles }: User): Principal {
  return { kind: 'user', id, name: displayName, roles };
}
