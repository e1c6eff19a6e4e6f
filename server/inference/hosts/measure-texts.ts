import type { Emit } from './run-host.ts';

/** Texts of one round, about as long as a chunk of a document. */
const MEASURED_TEXTS = 16;
const MEASURED_TEXT = 'Employees may carry over up to five days of unused leave into the next year. '.repeat(
  13,
);

/** Times one round. `read` works on one text and returns its tokens. */
export async function measureTexts(
  read: (text: string) => Promise<number>,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const begin = performance.now();
  let texts = 0;
  let tokens = 0;
  while (texts < MEASURED_TEXTS && !signal.aborted) {
    tokens += await read(MEASURED_TEXT);
    texts += 1;
  }
  emit({ kind: 'measured', round: { of: 'embedding', texts, tokens, ms: performance.now() - begin } });
}
