import type { Measured } from './measure-folder.ts';

/** One line for each question. */
export function describeResults({ questions, results }: Measured): string {
  return results
    .map(({ document, decision, cited, gold, source, support, answer }, at) => {
      const right = document === null ? decision === 'declined' : cited;
      const mark = right ? (document === null || gold ? 'ok  ' : 'near') : 'MISS';
      return `${mark} ${support?.toFixed(2) ?? '–'} ${decision} ${source ?? '–'} (${document ?? 'none'}) ${questions[at]?.question ?? ''} → ${answer}`;
    })
    .join('\n');
}
