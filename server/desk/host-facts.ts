import { statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import type { Inference } from '../inference/inference.ts';
import { readResidentMib } from '../util/resident-memory.ts';

const MIB = 2 ** 20;

/** What the product takes of its machine. No name and no address of the computer. */
export interface HostFacts {
  readonly memory: {
    readonly totalMib: number;
    readonly freeMib: number;
    /** The server itself. */
    readonly serverMib: number;
    /** One process for each model that runs. */
    readonly models: readonly { readonly model: string; readonly mib: number }[];
  };
  readonly uptimeSeconds: number;
  /** The disk that the data folder is on. */
  readonly disk: { readonly totalBytes: number; readonly freeBytes: number };
}

export async function readHostFacts(
  dataDir: string,
  inference: Pick<Inference, 'status'>,
): Promise<HostFacts> {
  const { bsize, blocks, bavail } = await statfs(dataDir);
  return {
    memory: {
      totalMib: Math.round(totalmem() / MIB),
      freeMib: Math.round(freemem() / MIB),
      serverMib: Math.round(process.memoryUsage.rss() / MIB),
      models: await modelMemory(inference),
    },
    uptimeSeconds: Math.round(process.uptime()),
    disk: { totalBytes: blocks * bsize, freeBytes: bavail * bsize },
  };
}

async function modelMemory(
  inference: Pick<Inference, 'status'>,
): Promise<readonly { model: string; mib: number }[]> {
  const known = await Promise.all(
    inference.status().map(async ({ id, pid, rss }) => {
      const mib = pid === undefined ? undefined : ((await readResidentMib(pid)) ?? rss);
      return { model: id, mib };
    }),
  );
  return known.flatMap(({ model, mib }) => (mib === undefined ? [] : [{ model, mib }]));
}
