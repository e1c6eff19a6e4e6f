import { z } from 'zod';
import type { Settings } from '../db/settings.ts';
import type { ModelCard } from '../domain/model-card.ts';
import { modelSpeed, type ModelSpeed } from '../inference/inference.ts';
import type { Clock } from '../util/clock.ts';
import { sha256Hex } from '../util/hash.ts';
import type { Machine } from '../util/machine.ts';

const machine = z.object({
  processor: z.string(),
  cores: z.int(),
  memoryMib: z.int(),
  platform: z.string(),
});

/** The speed of a model, with when and on what it was measured. */
export const measurement = z.object({
  /** RFC 3339, UTC. */
  at: z.string(),
  machine,
  /** Threads of the language model. */
  threads: z.int(),
  speed: modelSpeed,
});
export type Measurement = z.infer<typeof measurement>;

const kept = measurement.extend({ files: z.string() });

export interface Measurements {
  /** The last one of these very files; one of other weights says nothing and is not returned. */
  last(model: ModelCard): Promise<Measurement | undefined>;
  keep(model: ModelCard, speed: ModelSpeed): Promise<void>;
}

export interface MeasurementsOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly machine: Machine;
  readonly threads: number;
}

export function createMeasurements(options: MeasurementsOptions): Measurements {
  const { settings, clock, threads } = options;
  return {
    async last(model) {
      const text = await settings.get(nameOf(model));
      if (text === undefined) return undefined;
      const { files, ...found } = kept.parse(JSON.parse(text));
      return files === digestOf(model) ? found : undefined;
    },
    async keep(model, speed) {
      const value: z.input<typeof kept> = {
        at: clock.now().toISOString(),
        machine: options.machine,
        threads,
        speed,
        files: digestOf(model),
      };
      await settings.set(nameOf(model), JSON.stringify(value));
    },
  };
}

function nameOf(model: ModelCard): string {
  return `model.measurement.${model.id}`;
}

function digestOf(model: ModelCard): string {
  return sha256Hex(JSON.stringify(model.files));
}
