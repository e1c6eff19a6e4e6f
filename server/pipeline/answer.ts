import type {
  Admitted,
  Generated,
  Grounded,
  Inbound,
  Intended,
  Kept,
  Masked,
  Recorded,
  Restored,
} from '../domain/exchange.ts';
import type { AnswerSink } from './answer-sink.ts';

/** The stages of one exchange. Each takes the type that the one before returns, so none can be left out. */
export interface Stages {
  /** Decides by policy; the obligations travel with the exchange from here on. */
  admit(inbound: Inbound): Promise<Admitted>;
  /** Replaces personal and secret values by placeholders; the vault keeps the originals. */
  mask(admitted: Admitted): Promise<Masked>;
  /** Finds the approved answer, or else the evidence, that this caller may read, masked with the same vault. */
  ground(masked: Masked): Promise<Grounded>;
  /** Makes the values durable that the conversation must know again. */
  keep(grounded: Grounded): Promise<Kept>;
  /** Makes the intent durable. */
  recordIntent(kept: Kept): Promise<Intended>;
  /**
   * Lets the model answer and holds each sentence against its evidence. Only what passed reaches the sink.
   * When it fails, it records the failure before it throws.
   */
  generate(intended: Intended, sink: AnswerSink): Promise<Generated>;
  /** Makes the outcome durable. */
  recordOutcome(generated: Generated): Promise<Recorded>;
  /** Keeps a question without a good answer, masked, for those who look after the knowledge. Nobody waits for it. */
  noteGap(recorded: Recorded): void;
  /** Puts the originals back where this caller may see them. */
  restore(recorded: Recorded): Restored;
  /** Records that an exchange ended before a model was called, and why. */
  recordRefusal(inbound: Inbound, error: unknown): Promise<void>;
}

/**
 * One exchange, from question to receipt. The sink gets sentences under a durable intent; the answer as a whole
 * is released by returning, under a durable outcome.
 * @throws AppError of the stage that failed. Nothing is released after a failure.
 */
export async function answer(stages: Stages, inbound: Inbound, sink: AnswerSink): Promise<Restored> {
  const masked = await refusalRecorded(stages, inbound, async () => {
    const admitted = await stages.admit(inbound);
    return stages.mask(admitted);
  });
  try {
    const intended = await refusalRecorded(stages, inbound, async () => {
      const grounded = await stages.ground(masked);
      const kept = await stages.keep(grounded);
      return stages.recordIntent(kept);
    });
    const generated = await stages.generate(intended, sink);
    const recorded = await stages.recordOutcome(generated);
    stages.noteGap(recorded);
    return stages.restore(recorded);
  } finally {
    masked.vault.destroy();
  }
}

/** Runs stages before the intent: when one fails, no model was called, and the log says why. */
async function refusalRecorded<T>(stages: Stages, inbound: Inbound, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    await stages.recordRefusal(inbound, error);
    throw error;
  }
}
