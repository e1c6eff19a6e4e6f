import type { EvaluationFigures, FiguresByLanguage } from '../../server/knowledge/evaluation/figures.ts';

/**
 * Figures as a Markdown table, one row for each language. `×` is the ratio to the baseline of the same run: the best
 * passage by words alone, which never declines.
 */
export function figuresTable(figures: FiguresByLanguage): string {
  return [
    '| language | answerable | right document cited | gold sentence answered | answered, not declined | unanswerable | declined | citations word for word | p50 ms | p95 ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...Object.entries(figures).flatMap(([language, of]) => (of === undefined ? [] : [row(language, of)])),
  ].join('\n');
}

function row(language: string, of: EvaluationFigures): string {
  const cells = [
    language,
    of.answerable,
    `${share(of.cited, of.answerable)}${ratio(of.cited, of.baseline.cited)}`,
    `${share(of.gold, of.withSentence)}${ratio(of.gold, of.baseline.gold)}`,
    share(of.answered, of.answerable),
    of.unanswerable,
    `${share(of.declined, of.unanswerable)}${of.unanswerable > 0 ? ', baseline 0' : ''}`,
    share(of.verbatim, of.citations),
    of.p50,
    of.p95,
  ];
  return `| ${cells.join(' | ')} |`;
}

function share(hits: number, of: number): string {
  return of === 0 ? '–' : `${((100 * hits) / of).toFixed(0)} % (${hits})`;
}

function ratio(hits: number, baseline: number): string {
  return baseline === 0 ? '' : `, × ${(hits / baseline).toFixed(2)}`;
}
