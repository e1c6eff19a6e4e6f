import type { VerifyReport } from './verify-report.ts';

/** The finding in one sentence. */
export function summarize(report: Omit<VerifyReport, 'summary'>): string {
  const { exitCode, entries, proven, unanchored, problems } = report;
  const [first] = problems;
  const where = first === undefined || first.from === 0 ? '' : `${placeOf(first.from, first.to)}: `;
  const what = first === undefined ? '' : `${where}${first.message}`;
  switch (exitCode) {
    case 0:
      return `Verified: ${entries} entries, ${proven} of them under a signed checkpoint.`;
    case 10:
      return unanchored > 0
        ? `Sound as far as it goes, but ${unanchored} of ${entries} entries are under no signed checkpoint.`
        : `Sound as far as it goes, but nothing was recorded for longer than you allow.`;
    case 11:
      return 'Sound as far as it goes, but too few witnesses have signed.';
    case 20:
      return `Verified: ${entries} entries; some content has been erased or pruned, and the log says so.`;
    case 30:
      return `NOT THE SIGNED LOG. ${what}. Proven good: ${proven} entries.`;
    case 40:
      return `INVALID. ${what}. Proven good: ${proven} entries.`;
    case 41:
      return `A CHECKPOINT IS NOT TO BE TRUSTED: ${what}.`;
    case 50:
      return `NOT AN AUDIT LOG OF THIS VERSION. ${what}.`;
    default:
      return exitCode satisfies never;
  }
}

function placeOf(from: number, to: number): string {
  return from === to ? `Entry ${from}` : `Entries ${from} to ${to}`;
}

/** The report for a terminal: the finding, every broken place, remarks, and the root. */
export function formatReport({ summary, problems, erased, remarks, root }: VerifyReport): string {
  const places = problems.map(({ kind, from, to, message }) => {
    const place = from === 0 ? '' : from === to ? `entry ${from}: ` : `entries ${from} to ${to}: `;
    return `  ${kind}: ${place}${message}`;
  });
  const gone = erased.map(({ from, to, by }) => `  erased: content of ${from} to ${to}, says entry ${by}`);
  return `${[summary, ...places, ...gone, ...remarks.map((remark) => `  note: ${remark}`), `  root ${root}`].join('\n')}\n`;
}
