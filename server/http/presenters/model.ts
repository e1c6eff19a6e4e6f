import { z } from 'zod';
import type { ModelCard } from '../../domain/model-card.ts';
import { fileStates, modelStates, type ModelStatus } from '../../inference/inference.ts';
import { type Job, jobStates } from '../../jobs/job.ts';
import { measurement, type Measurement } from '../../pipeline/measurements.ts';
import { readResidentMib } from '../../util/resident-memory.ts';

const listedModel = z
  .object({
    id: z.string(),
    title: z.string(),
    purpose: z.enum(['chat', 'embedding', 'ner', 'nli', 'reranker']),
    licence: z.string(),
    contextTokens: z.int(),
    grounding: z.enum(['verbatim', 'free']).optional(),
    dimensions: z.int().optional().meta({ description: 'Length of a vector. Embedding models only.' }),
    state: z.enum(modelStates),
    default: z.boolean().meta({ description: 'Whether it is used when a request names no model.' }),
    usable: z.boolean().meta({ description: 'Whether you may ask it.' }),
  })
  .meta({ id: 'ListedModel', description: 'What everybody who signs in sees of a model.' });

const modelTask = z
  .object({
    job: z.string(),
    kind: z.enum(['verify-model', 'measure-model']),
    state: z.enum(jobStates),
    progress: z.number(),
    error: z.string().optional(),
    updatedAt: z.string(),
  })
  .meta({ id: 'ModelTask', description: 'The newest verification or measurement of a model.' });

const modelFile = z
  .object({
    path: z.string(),
    state: z.enum(fileStates),
    expected: z.string().meta({ description: 'SHA-256 that the catalogue lists, hex.' }),
    actual: z.string().optional().meta({ description: 'SHA-256 of the file, hex.' }),
    bytes: z.int().optional(),
  })
  .meta({ id: 'ModelFile', description: 'A file of a model, held against the catalogue.' });

const inspectedModel = listedModel
  .extend({
    path: z.string().meta({ description: 'Below the models folder.' }),
    template: z.enum(['starter', 'gguf']).optional(),
    files: z
      .record(z.string(), z.string())
      .meta({ description: 'SHA-256 of each file, hex, from the catalogue.' }),
    verification: z
      .object({ at: z.string(), files: z.array(modelFile) })
      .optional()
      .meta({ description: 'When the files were last hashed, and how they stood.' }),
    bytes: z.int().meta({ description: 'Size on disk of the files that are there.' }),
    memoryMib: z.int().meta({ description: 'Memory the catalogue expects it to need.' }),
    residentMib: z.int().optional().meta({ description: 'Memory its process holds now.' }),
    readySince: z.string().optional(),
    problem: z.string().optional().meta({ description: 'Why it cannot answer, when something went wrong.' }),
    restarts: z.int(),
    queue: z.object({ running: z.int(), waiting: z.int() }),
    measurement: measurement
      .meta({ id: 'ModelMeasurement', description: 'Speed on this machine, when it was last measured.' })
      .optional(),
    task: modelTask.optional(),
  })
  .meta({ id: 'InspectedModel', description: 'A model with the facts of its operation.' });

/** The facts come first: the other shape would fit too, and would drop them. */
export const model = z.union([inspectedModel, listedModel]);

export interface ModelFacts {
  readonly card: ModelCard;
  readonly status: ModelStatus;
  readonly isDefault: boolean;
  readonly usable: boolean;
}

export interface OperationFacts {
  readonly measurement: Measurement | undefined;
  readonly task: Job | undefined;
}

export function presentListedModel({
  card,
  status,
  isDefault,
  usable,
}: ModelFacts): z.input<typeof listedModel> {
  const { id, title, purpose, licence, contextTokens, grounding, dimensions } = card;
  return {
    id,
    title,
    purpose,
    licence,
    contextTokens,
    state: status.state,
    default: isDefault,
    usable,
    ...(grounding === undefined ? {} : { grounding }),
    ...(dimensions === undefined ? {} : { dimensions }),
  };
}

export async function presentInspectedModel(
  facts: ModelFacts,
  { measurement: measured, task }: OperationFacts,
): Promise<z.input<typeof inspectedModel>> {
  const { path, template, files, memoryMib } = facts.card;
  const { files: report, readySince, problem, restarts, running, waiting, pid, rss } = facts.status;
  const residentMib = pid === undefined ? undefined : ((await readResidentMib(pid)) ?? rss);
  return {
    ...presentListedModel(facts),
    path,
    files: { ...files },
    bytes: report?.files.reduce((sum, { bytes = 0 }) => sum + bytes, 0) ?? 0,
    memoryMib,
    restarts,
    queue: { running, waiting },
    ...(template === undefined ? {} : { template }),
    ...(report === undefined
      ? {}
      : { verification: { at: report.at.toISOString(), files: [...report.files] } }),
    ...(residentMib === undefined ? {} : { residentMib }),
    ...(readySince === undefined ? {} : { readySince: readySince.toISOString() }),
    ...(problem === undefined ? {} : { problem }),
    ...(measured === undefined ? {} : { measurement: measured }),
    ...(task === undefined ? {} : { task: presentTask(task) }),
  };
}

function presentTask({ id, kind, state, progress, error, updatedAt }: Job): z.input<typeof modelTask> {
  return {
    job: id,
    kind: kind === 'measure-model' ? kind : 'verify-model',
    state,
    progress,
    updatedAt: updatedAt.toISOString(),
    ...(error === undefined ? {} : { error }),
  };
}
