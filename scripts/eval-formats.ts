// npm run eval:formats: a folder of every format, with damaged and hostile files in it, imported and searched. Prints what
// was found and told, and what the import cost beside one of the good files alone.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { type BadFile, badFiles, heavyFiles } from '../tests/helpers/mixed-folder/bad-files.ts';
import { type GoodFile, goodFiles, scannedFiles } from '../tests/helpers/mixed-folder/good-files.ts';
import { runCli } from '../tests/helpers/run-cli.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { type FileToWrite, writeFolder } from './eval-formats/write-folder.ts';
import { median, quantile } from './quantile.ts';

const GIB = 1024 * 1024 * 1024;
const zeros: Omit<BadFile, 'bytes'> = { path: 'bad/zeros.txt', problems: ['too-large'] };

const cost = z.object({
  startMib: z.number(),
  peakMib: z.number(),
  endMib: z.number(),
  delayP50: z.number(),
  delayP99: z.number(),
  delayMax: z.number(),
});
const measurement = z.object({
  cost,
  seconds: z.number(),
  searches: z.array(z.number()),
  lost: z.array(z.string()),
});
type Measurement = z.output<typeof measurement>;

const reportLine = z.object({ source: z.string(), status: z.string(), problem: z.string().optional() });
type ReportLine = z.output<typeof reportLine>;

async function main(): Promise<void> {
  ensureBuilt();
  const good = [...goodFiles(), ...scannedFiles()];
  const bad = [...badFiles(), ...heavyFiles()];
  const sentences = good.flatMap((file) => file.sentences);
  const hostile: FileToWrite[] = [...bad, { path: zeros.path, zeros: GIB }];
  using clean = writeFolder(good);
  using mixed = writeFolder([...good, ...hostile]);
  using list = writeFolder([{ path: 'sentences.json', bytes: Buffer.from(JSON.stringify(sentences)) }]);
  const listed = join(list.path, 'sentences.json');
  const baseline = measureImport(clean.path, listed);
  const measured = measureImport(mixed.path, listed);
  const told = await reportsOf(mixed.path);
  print(baseline, measured, sentences.length);
  process.exitCode =
    printReports([...bad, zeros], good, told) && measured.lost.length <= sentences.length * 0.02 ? 0 : 1;
}

function measureImport(folder: string, sentences: string): Measurement {
  const script = ['--import', 'tsx', 'scripts/eval-formats/measure-import.ts', folder, sentences];
  const out = execFileSync(process.execPath, script, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return measurement.parse(JSON.parse(out));
}

/** The report lines of `knowledge import`, run as a user runs it. */
async function reportsOf(folder: string): Promise<ReportLine[]> {
  using data = writeFolder([]);
  const environment = {
    INTRAMURA_DATA: data.path,
    INTRAMURA_SAMPLES: 'off',
    INTRAMURA_ADMIN_PASSWORD: 'evaluation only',
  };
  const { out } = await runCli(['knowledge', 'import', folder, '--collection', 'mixed'], { environment });
  return out
    .trim()
    .split('\n')
    .map((text) => reportLine.parse(JSON.parse(text)));
}

function print(baseline: Measurement, measured: Measurement, sentences: number): void {
  const found = sentences - measured.lost.length;
  write(
    `Sentences found among the first ten hits: ${found} of ${sentences} (${((100 * found) / sentences).toFixed(1)} %)`,
  );
  for (const sentence of measured.lost) write(`not found: ${sentence}`);
  write('');
  write(
    '| import | s | memory before, most, after (MiB) | event loop late p50, p99, most (ms) | search meanwhile p50, p95 (ms) |',
  );
  write('| --- | --- | --- | --- | --- |');
  write(row('good files only', baseline));
  write(row('with the bad ones', measured));
  write('');
}

/** True when every bad file was told with its reason and every good one was imported. */
function printReports(
  bad: readonly Pick<BadFile, 'path' | 'problems'>[],
  good: readonly GoodFile[],
  told: readonly ReportLine[],
): boolean {
  const reportOf = (path: string): ReportLine | undefined => told.find(({ source }) => source === path);
  const untold = bad.filter(
    ({ path, problems }) => !problems.some((problem) => problem === reportOf(path)?.problem),
  );
  const refused = good.filter(({ path }) => reportOf(path)?.status !== 'imported');
  write(
    `Report lines: ${told.length}; bad files told with the right reason: ${bad.length - untold.length} of ${bad.length}; good files refused: ${refused.length} of ${good.length}`,
  );
  for (const { path } of [...untold, ...refused]) write(`wrong report: ${path}`);
  return untold.length === 0 && refused.length === 0;
}

function row(name: string, { cost: paid, seconds, searches }: Measurement): string {
  const memory = rounded(paid.startMib, paid.peakMib, paid.endMib);
  const late = rounded(paid.delayP50, paid.delayP99, paid.delayMax);
  return `| ${name} | ${seconds.toFixed(0)} | ${memory} | ${late} | ${rounded(median(searches), quantile(searches, 0.95))} |`;
}

function rounded(...values: readonly number[]): string {
  return values.map((value) => value.toFixed(0)).join(', ');
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
