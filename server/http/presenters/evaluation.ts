import { z } from 'zod';
import { calibrationSchema } from '../../knowledge/evaluation/calibrate.ts';
import { figuresByLanguageSchema } from '../../knowledge/evaluation/figures.ts';
import { questionResult } from '../../knowledge/evaluation/result.ts';
import { type EvaluationRun, runSettings } from '../../knowledge/evaluation/run-store.ts';
import type { EvaluationSet } from '../../knowledge/evaluation/set-store.ts';

export const evaluationSet = z
  .object({ id: z.string(), name: z.string(), questions: z.int(), createdAt: z.string() })
  .meta({ id: 'EvaluationSet', description: 'Questions that a collection is measured by.' });

export function presentSet({ id, name, questions, createdAt }: EvaluationSet): z.input<typeof evaluationSet> {
  return { id, name, questions, createdAt };
}

export const evaluationRun = z
  .object({
    id: z.string(),
    /** Absent when the set was removed since. */
    set: z.string().optional(),
    setName: z.string(),
    /** Id of who started it. */
    createdBy: z.string(),
    createdAt: z.string(),
    settings: runSettings,
    figures: figuresByLanguageSchema,
    /** The threshold that would have served these questions best; absent with too few of either kind. */
    calibration: calibrationSchema.optional(),
  })
  .meta({ id: 'EvaluationRun', description: 'How a collection answered a set of questions.' });

export function presentRun(run: EvaluationRun): z.input<typeof evaluationRun> {
  const { id, set, setName, createdBy, createdAt, settings } = run;
  const { calibration, ...figures } = run.figures;
  return {
    id,
    setName,
    createdBy,
    createdAt,
    settings,
    figures,
    ...(set === undefined ? {} : { set }),
    ...(calibration === undefined ? {} : { calibration }),
  };
}

export const evaluationResult = z
  .object({ question: z.string(), ...questionResult.omit({ answers: true }).shape })
  .meta({ id: 'EvaluationResult', description: 'What became of one question.' });
