import type { ClauseReport } from '../audit/compliance/clause-report.ts';
import { reportClauses } from '../audit/compliance/clause-report.ts';
import type { Period } from '../audit/compliance/count-types.ts';
import { findClauses } from '../audit/compliance/find-clauses.ts';
import { readCopy } from '../audit/read-copy.ts';
import { dataPaths } from '../data-dir.ts';
import { AppError } from '../errors.ts';
import type { CommandRun } from './command.ts';
import { configOf } from './config-of.ts';
import { parseOptions } from './parse-options.ts';

/** Reads the files; the log of a running server gets no entry of it. */
export const auditReport: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, {
    clause: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    list: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const asked = findClauses(values.clause);
  if (values.list === true) {
    terminal.out.write(asked.map(({ id, number, asks }) => `${id}\t${number}\t${asks.en}\n`).join(''));
    return 0;
  }
  const { auditDb } = dataPaths(configOf(terminal).dataDir);
  const reports = await readCopy(auditDb, (db) => reportClauses(db, asked, periodOf(values)));
  terminal.out.write(
    values.json === true ? `${JSON.stringify(reports)}\n` : reports.map(formatClause).join('\n'),
  );
  return 0;
};

function periodOf({ from, to }: { readonly from?: string; readonly to?: string }): Period {
  return {
    ...(from === undefined ? {} : { from: toInstant(from, '--from') }),
    ...(to === undefined ? {} : { to: toInstant(to, '--to') }),
  };
}

/** A time as entries hold it. @throws AppError ERR_USAGE */
function toInstant(text: string, name: string): string {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new AppError('ERR_USAGE', `${name} must be a date or a time, such as 2026-05-01.`, { status: 400 });
}

function formatClause({ id, number, asks, evidence, also, left, fromMemory }: ClauseReport): string {
  const found = evidence.map(({ shows, count, first, last }) => {
    const where = first === undefined ? '' : ` (${first} to ${last})`;
    return `  ${String(count).padStart(9)}  ${shows.en}${where}`;
  });
  return [
    `${id}  ${number}`,
    `  ${asks.en}`,
    ...found,
    ...(also === undefined ? [] : [`  Also: ${also.en}`]),
    ...(left === undefined ? [] : [`  Left to you: ${left.en}`]),
    ...(fromMemory === true ? ['  Read from memory, not from the text.'] : []),
    '',
  ].join('\n');
}
