import { HostError } from './host-error.ts';

/** The labels of a classifier, in the order of its logits: `id2label` of its config.json. */
export function labelNames(config: object): string[] {
  const named: unknown = 'id2label' in config ? config.id2label : undefined;
  if (typeof named !== 'object' || named === null) {
    throw new HostError('failed', 'config.json of the model names no labels (id2label).');
  }
  return Object.entries(named)
    .toSorted(([left], [right]) => Number(left) - Number(right))
    .map(([, label]) => String(label));
}

/**
 * The logits of a classifier, a row for each of `rows` inputs.
 * @throws HostError when they are no numbers, or not as many as the labels
 */
export function logitRows(logits: readonly number[], rows: number, labels: readonly string[]): number[][] {
  if (!logits.every(Number.isFinite)) throw new HostError('failed', 'The weights of the model are damaged.');
  if (logits.length !== rows * labels.length) {
    throw new HostError(
      'failed',
      `The model gives ${logits.length / rows} logits, and its config.json names ${labels.length} labels.`,
    );
  }
  return Array.from({ length: rows }, (_, at) => logits.slice(at * labels.length, (at + 1) * labels.length));
}
