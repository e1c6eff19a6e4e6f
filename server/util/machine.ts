import { availableParallelism, cpus, totalmem } from 'node:os';

/** What a measurement was taken on. No name and no address of the computer. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryMib: number;
  readonly platform: string;
}

export function readMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryMib: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
  };
}
