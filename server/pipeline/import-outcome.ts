import type { ImportOutcome } from '../jobs/job.ts';
import type { ImportReport } from '../knowledge/knowledge.ts';

/** Parts that are listed by name; archives hold up to thousands. */
const LISTED = 200;

/** What the job of an import keeps of its report: no word of the document. Refused parts are listed first. */
export function outcomeOf(report: Exclude<ImportReport, { status: 'failed' }>): ImportOutcome {
  const { status, version, chunks, pages, warnings, parts } = report;
  const of = (outcome: ImportOutcome['parts']['listed'][number]['outcome']): typeof parts =>
    parts.filter((part) => part.outcome === outcome);
  const [refused, imported, skipped] = [of('refused'), of('imported'), of('skipped')];
  return {
    status,
    version,
    chunks,
    ...(pages === undefined ? {} : { pages }),
    warnings: warnings.map(({ code, count }) => ({ code, count })),
    parts: {
      imported: imported.length,
      skipped: skipped.length,
      refused: refused.length,
      listed: [...refused, ...imported, ...skipped].slice(0, LISTED),
    },
  };
}
