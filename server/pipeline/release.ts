import type { Intended } from '../domain/exchange.ts';
import type { RestoreInto } from '../domain/masked.ts';
import type { AnswerSink } from './answer-sink.ts';

/** The gate between the masked answer and the caller: restores on the way out and remembers what went through. */
export interface Release {
  /** Lets a piece of the masked answer go. */
  write(masked: string): void;
  /** Lets go what the restorer held back. Call it once, when the answer is complete. */
  end(): void;
  /** Everything that was let go so far, still masked: what an audit entry commits to. */
  sent(): string;
}

/** An answer in JSON stays JSON when values are put back. */
export function formOf({ format }: Pick<Intended, 'format'>): RestoreInto {
  return format.kind === 'text' ? 'text' : 'json';
}

export function createRelease(intended: Intended, sink: AnswerSink): Release {
  const restorer =
    intended.obligations.restore === 'all' ? intended.vault.streamRestorer(formOf(intended)) : undefined;
  let sent = '';
  const pass = (text: string): void => {
    if (text !== '') sink.write(text);
  };
  return {
    write(masked) {
      sent += masked;
      pass(restorer === undefined ? masked : restorer.push(masked));
    },
    end: () => pass(restorer?.end() ?? ''),
    sent: () => sent,
  };
}
