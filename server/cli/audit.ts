import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { checkProof, leafOfProof } from '../audit/check-proof.ts';
import { exportEntries, type ExportFormat, exportFormats } from '../audit/export.ts';
import { proveFromFiles } from '../audit/prove.ts';
import { localLog, verifyAuditLog, type VerifyOptions } from '../audit/verify.ts';
import { formatReport } from '../audit/verifier/summarize.ts';
import { auditFiles, type DataPaths, dataPaths } from '../data-dir.ts';
import { AppError } from '../errors.ts';
import type { CommandRun, Terminal } from './command.ts';
import { configOf } from './config-of.ts';
import { parseOptions, required, wholeNumber } from './parse-options.ts';

const EXIT_INVALID = 40;

export const auditVerify: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, {
    db: { type: 'string' },
    export: { type: 'string' },
    checkpoint: { type: 'string', multiple: true },
    vkey: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  });
  if (values.db !== undefined && values.export !== undefined) {
    throw new AppError('ERR_USAGE', 'Give --db or --export, not both.', { status: 400 });
  }
  const local = localLog(auditFiles(pathsOf(terminal)));
  const options: VerifyOptions = {
    ...(values.export === undefined ? { db: values.db ?? local.db ?? '' } : { export: values.export }),
    checkpoints: values.checkpoint ?? local.checkpoints,
    vkeys: values.vkey ?? local.vkeys,
  };
  assertReadable(options);
  const report = await verifyAuditLog(options);
  terminal.out.write(values.json === true ? `${JSON.stringify(report)}\n` : formatReport(report));
  return report.exitCode;
};

export const auditProve: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, { seq: { type: 'string' } });
  const seq = wholeNumber(required(values.seq, '--seq'), '--seq', 1);
  terminal.out.write(await proveFromFiles(auditFiles(pathsOf(terminal)), seq));
  return 0;
};

export const auditCheckProof: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, {
    leaf: { type: 'string' },
    vkey: { type: 'string', multiple: true },
  });
  const proof = await readFile(required(positionals[0], 'FILE'), 'utf8');
  const leaf = values.leaf === undefined ? leafOfProof(proof) : await readFile(values.leaf);
  if (leaf === undefined)
    throw new AppError('ERR_USAGE', 'The proof holds no entry: give --leaf.', { status: 400 });
  const vkeys = values.vkey ?? localLog(auditFiles(pathsOf(terminal))).vkeys;
  const result = checkProof(proof, leaf, vkeys);
  terminal.out.write(
    result.ok
      ? `Proven: entry ${result.seq} is in ${result.origin} of ${result.size} entries.\n`
      : `NOT PROVEN: ${result.reason}.\n`,
  );
  return result.ok ? 0 : EXIT_INVALID;
};

export const auditExport: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, { format: { type: 'string', default: 'jsonl' } });
  const format = toFormat(values.format);
  for await (const line of exportEntries(pathsOf(terminal).auditDb, format)) terminal.out.write(`${line}\n`);
  return 0;
};

function toFormat(value: string): ExportFormat {
  const found = exportFormats.find((format) => format === value);
  if (found !== undefined) return found;
  throw new AppError('ERR_USAGE', `--format must be one of ${exportFormats.join(', ')}.`, { status: 400 });
}

function pathsOf(terminal: Terminal): DataPaths {
  return dataPaths(configOf(terminal).dataDir);
}

function assertReadable({ db, export: file }: VerifyOptions): void {
  const path = file ?? db ?? '';
  if (existsSync(path)) return;
  throw new AppError('ERR_USAGE', `There is no audit log at ${path}.`, { status: 400 });
}
