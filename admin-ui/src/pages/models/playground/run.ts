import type { CompletionEnd } from '../../../data/completion-end.ts';

/** One question to a model and what became of it. Times are milliseconds of the page's own clock. */
export interface Run {
  readonly state: 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed';
  readonly text: string;
  readonly startedAt: number;
  readonly firstTextAt?: number;
  readonly endedAt?: number;
  readonly end?: CompletionEnd;
  readonly error?: unknown;
}

export type RunEvent =
  | { readonly kind: 'started'; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'ended'; readonly end: CompletionEnd; readonly at: number }
  | { readonly kind: 'stopped'; readonly at: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly at: number };

export function nextRun(run: Run | undefined, event: RunEvent): Run | undefined {
  if (event.kind === 'started') return { state: 'waiting', text: '', startedAt: event.at };
  // What comes after the end belongs to a question that was given up.
  if (run === undefined || run.endedAt !== undefined) return run;
  switch (event.kind) {
    case 'text':
      return {
        ...run,
        state: 'streaming',
        text: run.text + event.text,
        firstTextAt: run.firstTextAt ?? event.at,
      };
    case 'ended':
      return { ...run, state: 'done', end: event.end, endedAt: event.at };
    case 'stopped':
      return { ...run, state: 'stopped', endedAt: event.at };
    case 'failed':
      return { ...run, state: 'failed', error: event.error, endedAt: event.at };
    default:
      return event satisfies never;
  }
}

export interface RunTiming {
  /** Until the first text, in milliseconds. */
  readonly firstTextMs?: number;
  readonly totalMs?: number;
  /** Tokens of the answer for each second since its first text; absent when it came in one piece. */
  readonly tokensPerSecond?: number;
}

/** Below this an answer was released as a whole, and a rate would say nothing about the model. */
const SHORTEST_STREAM_MS = 50;

export function timingOf({ startedAt, firstTextAt, endedAt, end }: Run): RunTiming {
  const streamedMs = endedAt === undefined || firstTextAt === undefined ? 0 : endedAt - firstTextAt;
  const tokens = end?.usage.completion ?? 0;
  return {
    ...(firstTextAt === undefined ? {} : { firstTextMs: firstTextAt - startedAt }),
    ...(endedAt === undefined ? {} : { totalMs: endedAt - startedAt }),
    ...(streamedMs < SHORTEST_STREAM_MS || tokens === 0
      ? {}
      : { tokensPerSecond: (tokens / streamedMs) * 1_000 }),
  };
}
