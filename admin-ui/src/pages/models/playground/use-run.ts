import { useCallback, useEffect, useReducer, useRef } from 'react';
import { askModel, type PlaygroundRequest } from '../../../data/playground.ts';
import { nextRun, type Run } from './run.ts';

export interface RunControl {
  readonly run: Run | undefined;
  readonly running: boolean;
  readonly start: (request: PlaygroundRequest) => void;
  readonly stop: () => void;
}

/** Asks one model at a time and follows the answer. Leaving the page stops it. */
export function useRun(): RunControl {
  const [run, dispatch] = useReducer(nextRun, undefined);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  const start = useCallback((request: PlaygroundRequest) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    dispatch({ kind: 'started', at: performance.now() });
    askModel(request, {
      signal: controller.signal,
      onText: (text) => {
        if (!controller.signal.aborted) dispatch({ kind: 'text', text, at: performance.now() });
      },
    }).then(
      (end) => dispatch({ kind: 'ended', end, at: performance.now() }),
      (error: unknown) => {
        if (!controller.signal.aborted) dispatch({ kind: 'failed', error, at: performance.now() });
      },
    );
  }, []);

  const stop = useCallback(() => {
    current.current?.abort();
    dispatch({ kind: 'stopped', at: performance.now() });
  }, []);

  return { run, running: run?.state === 'waiting' || run?.state === 'streaming', start, stop };
}
