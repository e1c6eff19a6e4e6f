import type { Inbound, Restored } from '../domain/exchange.ts';
import { AppError } from '../errors.ts';
import type { AnswerSink } from '../pipeline/answer-sink.ts';

type Answer<T> = (inbound: Inbound, sink: AnswerSink) => Promise<T>;

/**
 * The pipeline names the fields of a request as chat completions do. For an endpoint of another shape this says in its
 * errors what they are called there.
 */
export function withFieldNames<T extends Restored>(
  answer: Answer<T>,
  names: Readonly<Record<string, string>>,
): Answer<T> {
  return async (inbound, sink) => {
    try {
      return await answer(inbound, sink);
    } catch (error) {
      throw error instanceof AppError ? renamed(error, names) : error;
    }
  };
}

function renamed(error: AppError, names: Readonly<Record<string, string>>): AppError {
  const param = error.param === undefined ? undefined : names[error.param];
  if (param === undefined) return error;
  return new AppError(error.code, error.message, { status: error.status, param, cause: error });
}
