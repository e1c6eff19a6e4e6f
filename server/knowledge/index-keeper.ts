import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppDatabase } from '../db/database.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { sha256Hex } from '../util/hash.ts';
import { within } from '../util/within.ts';
import type { EmbeddedChunk } from './document-writer.ts';
import { type EmbedderInForce, keepEmbedder, readEmbedder } from './embedder-in-force.ts';
import type { IndexState } from './index-state.ts';
import type { IndexStore } from './index-store.ts';
import { openIndexStore } from './lance-index.ts';
import { createUpkeep, type Progress } from './index-upkeep.ts';
import { createMending } from './mending.ts';
import { embedChunks, renewVectors } from './renew-vectors.ts';
import { compareIndex, repairIndex } from './repair-index.ts';
import { createSwitchableIndex } from './switchable-index.ts';

export type EmbedTexts = (texts: readonly string[]) => Promise<Float32Array[]>;

export interface KeeperOptions {
  readonly db: AppDatabase;
  /** Holds one folder for each embedding model that an index is of. */
  readonly directory: string;
  /** The model that is wanted. */
  readonly embedder: EmbedderInForce;
  readonly embed: EmbedTexts;
  /** How questions are embedded with the model that was in force before, if it can still be asked. */
  readonly embedAsBefore: (embedder: string) => EmbedTexts | undefined;
  /** Runs one writer of the index after the other. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Embeds passages with one model from the beginning of an import to its end. */
export interface PassageEmbedder {
  /**
   * Vectors of no length where the model in force can no longer be asked: such chunks are found by their words until the
   * next model has embedded them. @throws AppError ERR_INFERENCE_UNAVAILABLE
   */
  readonly embed: EmbedTexts;
  /** The same chunks with vectors of the model in force, when another one took over since. For a writer that has its turn. */
  readonly upToDate: (chunks: readonly EmbeddedChunk[]) => Promise<readonly EmbeddedChunk[]>;
}

/** Keeps the index and what the database says in step, without keeping anybody waiting. */
export interface IndexKeeper extends AsyncDisposable {
  readonly index: IndexStore;
  /** With the model that the index in force is of. @throws AppError ERR_INFERENCE_UNAVAILABLE */
  readonly embedQuestions: EmbedTexts;
  /** With the model that the index is of now. */
  passages(): PassageEmbedder;
  state(): IndexState;
  /** Resolves when nothing is left to mend. */
  settled(): Promise<void>;
  /** Reads again after the index was mended, when it could not be read. */
  readonly mended: <T>(read: () => Promise<T>) => Promise<T>;
  /** For a writer that has its turn and could not write: makes the index take what the database holds. */
  recover(): Promise<void>;
}

/** A reader waits this long for an index to be made anew, and then takes what is there. */
const PATIENCE_MS = 5_000;
/** Between two rounds of tidying up. */
const TIDY_MS = 600_000;
/** A writer puts at most so many chunks back itself; more are left to the background. */
const WRITERS_SHARE = 2_000;

/** Opens the index in force, empty where there is none that can be read, and begins to mend in the background. */
export async function openIndexKeeper(options: KeeperOptions): Promise<IndexKeeper> {
  const { db, exclusively, logger } = options;
  let inForce = await readEmbedder(db, options.embedder);
  const index = createSwitchableIndex(await openFor(options, inForce));
  const isRenewed = (): boolean => folderOf(inForce) === folderOf(options.embedder);
  /** Undefined when the model in force can no longer be asked. */
  const embedInForce = (): EmbedTexts | undefined =>
    isRenewed() ? options.embed : options.embedAsBefore(inForce.name);

  const repair = async (progress: Progress): Promise<void> => {
    await exclusively(() => renewWhenUnsound(index));
    const wrong = await repairIndex({ db, index, exclusively, progress });
    if (wrong > 0) logger.info({ chunks: wrong }, 'knowledge.index-repaired');
  };
  const renew = async (progress: Progress, stopped: () => boolean): Promise<void> => {
    const next = await openFor(options, options.embedder);
    const putInForce = async (): Promise<void> => {
      await keepEmbedder(db, options.embedder);
      inForce = options.embedder;
      index.switchTo(next).close();
      logger.info('knowledge.index-switched');
    };
    try {
      await renewWhenUnsound(next);
      await renewVectors({ db, next, embed: options.embed, exclusively, progress, stopped, putInForce });
    } finally {
      if (!isRenewed()) next.close();
    }
  };
  const upkeep = createUpkeep({
    repair,
    async renew(progress, stopped) {
      if (!isRenewed()) await renew(progress, stopped);
      if (isRenewed()) await removeOthers(options);
    },
    logger,
  });
  upkeep.begin();

  const tidy = (): Promise<void> =>
    exclusively(() => index.tidy()).catch((error: unknown) =>
      logger.warn({ code: toAppError(error).code }, 'knowledge.index-not-tidied'),
    );
  const tidying = setInterval(() => void tidy(), TIDY_MS).unref();

  return {
    index,
    embedQuestions: (texts) => {
      const embed = embedInForce();
      return embed === undefined ? Promise.reject(notRenewed()) : embed(texts);
    },
    passages() {
      const model = inForce;
      const embed = embedInForce() ?? withoutVectors;
      return {
        embed,
        upToDate: async (chunks) =>
          model === inForce ? chunks : embedChunks(embedInForce() ?? withoutVectors, chunks),
      };
    },
    state: () => upkeep.state(),
    settled: () => upkeep.settled(),
    mended: createMending(async () => {
      await exclusively(() => renewWhenUnsound(index));
      upkeep.begin();
      await within(PATIENCE_MS, () => upkeep.repaired());
    }),
    async recover() {
      await renewWhenUnsound(index);
      const { missing } = await compareIndex(db, index);
      if (missing.length > WRITERS_SHARE) return upkeep.begin();
      await repairIndex({ db, index, exclusively: (work) => work(), progress: () => undefined });
    },
    async [Symbol.asyncDispose]() {
      clearInterval(tidying);
      await upkeep.stop();
      await tidy();
      index.close();
    },
  };
}

async function renewWhenUnsound(index: IndexStore): Promise<void> {
  if (!(await index.isSound())) await index.reset();
}

function withoutVectors(texts: readonly string[]): Promise<Float32Array[]> {
  return Promise.resolve(texts.map(() => new Float32Array()));
}

function openFor(
  { directory, clock, logger }: KeeperOptions,
  embedder: EmbedderInForce,
): Promise<IndexStore> {
  const { dimensions } = embedder;
  return openIndexStore({ directory: join(directory, folderOf(embedder)), dimensions, clock, logger });
}

function folderOf({ name, dimensions }: EmbedderInForce): string {
  return sha256Hex(JSON.stringify([name, dimensions])).slice(0, 16);
}

/** Indexes of models that are no longer in force. */
async function removeOthers({ directory, embedder }: KeeperOptions): Promise<void> {
  const others = (await readdir(directory)).filter((name) => name !== folderOf(embedder));
  for (const name of others) await rm(join(directory, name), { recursive: true, force: true });
}

function notRenewed(): AppError {
  return new AppError(
    'ERR_INFERENCE_UNAVAILABLE',
    'The knowledge is being embedded for another model; until then it is found by words.',
    { status: 503 },
  );
}
