import { z } from 'zod';
import type { AppDatabase } from '../../db/database.ts';
import type { SourcesTable } from '../../db/tables.ts';
import type { Actor } from '../../domain/principal.ts';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../util/clock.ts';
import type { SealedBox } from '../../util/sealed-box.ts';
import { openJson, sealJson } from '../../util/sealed-text.ts';
import type { Credentials } from '../connectors/credentials.ts';
import { sourceSettings } from '../connectors/source-settings.ts';
import {
  assertSourceId,
  type NewSource,
  type Source,
  type SourceChange,
  sourceDefaults,
  type SourceRun,
  sourceRun,
} from './source.ts';

/** Every list of sources is held to this. */
export const MOST_SOURCES = 200;

/** Keeps the sources. Credentials go in, sealed under the source's id, and come out for its connector only. */
export interface SourceStore {
  /** @throws AppError ERR_REQUEST_INVALID when the id is malformed (400) or taken, or there are too many (409) */
  insert(source: NewSource, credentials: Credentials | undefined, actor: Actor): Promise<Source>;
  find(id: string): Promise<Source | undefined>;
  list(): Promise<readonly Source[]>;
  /** Due now, and not at work. */
  due(): Promise<readonly Source[]>;
  /** Credentials stay as they are when absent, and go when null. */
  update(id: string, change: SourceChange, credentials?: Credentials | null): Promise<void>;
  note(
    id: string,
    facts: { readonly job?: string; readonly nextRunAt?: string; readonly lastRun?: SourceRun },
  ): Promise<void>;
  remove(id: string): Promise<void>;
  credentials(id: string): Promise<Credentials | undefined>;
}

export interface SourceStoreOptions {
  readonly db: AppDatabase;
  readonly box: SealedBox;
  readonly clock: Clock;
}

export function createSourceStore({ db, box, clock }: SourceStoreOptions): SourceStore {
  const seal = (id: string, credentials: Credentials): string => sealJson(box, credentials, id);
  const find: SourceStore['find'] = async (id) => {
    const row = await db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : parseSource(row);
  };
  return {
    async insert(source, credentials, actor) {
      assertSourceId(source.id);
      await assertRoom(db, source.id);
      const now = clock.now().toISOString();
      const row: SourcesTable = {
        id: source.id,
        collection_id: source.collection,
        name: source.name,
        settings: JSON.stringify(source.settings),
        credentials: credentials === undefined ? null : seal(source.id, credentials),
        interval_seconds: source.intervalSeconds,
        defaults: JSON.stringify(source.defaults),
        enabled: 1,
        actor: JSON.stringify({ kind: actor.kind, id: actor.id }),
        created_at: now,
        next_run_at: now,
        job_id: null,
        last_run: null,
      };
      await db.insertInto('sources').values(row).execute();
      return parseSource(row);
    },
    find,
    async list() {
      const rows = await db.selectFrom('sources').selectAll().orderBy('id').limit(MOST_SOURCES).execute();
      return rows.map(parseSource);
    },
    async due() {
      const rows = await db
        .selectFrom('sources')
        .selectAll()
        .where('enabled', '=', 1)
        .where('next_run_at', '<=', clock.now().toISOString())
        .orderBy('next_run_at')
        .limit(MOST_SOURCES)
        .execute();
      return rows.map(parseSource);
    },
    async update(id, { name, settings, intervalSeconds, defaults, enabled }, credentials) {
      const change: Partial<SourcesTable> = {
        ...(name === undefined ? {} : { name }),
        ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
        ...(intervalSeconds === undefined ? {} : { interval_seconds: intervalSeconds }),
        ...(defaults === undefined ? {} : { defaults: JSON.stringify(defaults) }),
        ...(enabled === undefined ? {} : { enabled: enabled ? 1 : 0 }),
        ...(credentials === undefined
          ? {}
          : { credentials: credentials === null ? null : seal(id, credentials) }),
        // Whatever was changed is tried at once.
        next_run_at: clock.now().toISOString(),
      };
      await db.updateTable('sources').set(change).where('id', '=', id).execute();
    },
    async note(id, { job, nextRunAt, lastRun }) {
      const facts: Partial<SourcesTable> = {
        ...(job === undefined ? {} : { job_id: job }),
        ...(nextRunAt === undefined ? {} : { next_run_at: nextRunAt }),
        ...(lastRun === undefined ? {} : { last_run: JSON.stringify(lastRun) }),
      };
      await db.updateTable('sources').set(facts).where('id', '=', id).execute();
    },
    async remove(id) {
      await db.deleteFrom('sources').where('id', '=', id).execute();
    },
    async credentials(id) {
      const row = await db
        .selectFrom('sources')
        .select('credentials')
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined || row.credentials === null) return undefined;
      return openJson(box, row.credentials, id, sealedCredentials);
    },
  };
}

const sealedCredentials = z.object({ user: z.string(), secret: z.string() });
const storedActor = z.object({ kind: z.enum(['user', 'api-key']), id: z.string() });

function parseSource(row: SourcesTable): Source {
  return {
    id: row.id,
    collection: row.collection_id,
    name: row.name,
    settings: sourceSettings.parse(JSON.parse(row.settings)),
    hasCredentials: row.credentials !== null,
    intervalSeconds: row.interval_seconds,
    defaults: sourceDefaults.parse(JSON.parse(row.defaults)),
    enabled: row.enabled === 1,
    actor: storedActor.parse(JSON.parse(row.actor)),
    createdAt: row.created_at,
    ...(row.enabled === 1 && row.next_run_at !== null ? { nextRunAt: row.next_run_at } : {}),
    ...(row.job_id === null ? {} : { job: row.job_id }),
    ...(row.last_run === null ? {} : { lastRun: sourceRun.parse(JSON.parse(row.last_run)) }),
  };
}

async function assertRoom(db: AppDatabase, id: string): Promise<void> {
  const rows = await db.selectFrom('sources').select('id').execute();
  if (rows.some((row) => row.id === id)) {
    throw new AppError('ERR_REQUEST_INVALID', 'There is a source with this id already. Choose another.', {
      status: 409,
      param: 'id',
    });
  }
  if (rows.length >= MOST_SOURCES) {
    throw new AppError('ERR_REQUEST_INVALID', `There are ${MOST_SOURCES} sources already. Remove one.`, {
      status: 409,
    });
  }
}
