import { readFileSync, writeFileSync } from 'node:fs';
import type { FrameGaps } from './frame-gaps.ts';
import type { PageLoad } from './page-load.ts';
import type { RoundTrips } from './preview-times.ts';
import type { KeystrokeTasks } from './typing.ts';
import { median } from '../quantile.ts';

export interface Row {
  readonly what: string;
  /** Empty for what the others are compared with. */
  readonly goal: string;
  readonly measured: string;
}

export function sizeRow(what: string, loads: readonly PageLoad[]): Row {
  const bytes = Math.max(...loads.map(({ scriptBytes }) => scriptBytes));
  return { what: `${what}: script, gzip`, goal: '≤ 250 kB', measured: `${(bytes / 1000).toFixed(0)} kB` };
}

/** Median and worst of the runs, and how many times the median of an empty page that is. */
export function timeRow(what: string, loads: readonly PageLoad[], empty: readonly PageLoad[]): Row {
  const times = loads.map(({ interactiveMs }) => interactiveMs);
  const ratio = median(times) / median(empty.map(({ interactiveMs }) => interactiveMs));
  const measured = `median ${seconds(median(times))}, worst of ${times.length} ${seconds(Math.max(...times))}`;
  return loads === empty
    ? { what: `${what}: until it can be used`, goal: '', measured }
    : {
        what: `${what}: until it can be used`,
        goal: '≤ 1.5 s',
        measured: `${measured}, ${ratio.toFixed(1)} × the empty page`,
      };
}

export function frameRow(
  what: string,
  goal: string,
  { frames, median: middle, p95, largest }: FrameGaps,
): Row {
  const [m, p, l] = [middle, p95, largest].map((ms) => ms.toFixed(0));
  return {
    what: `${what}: time between frames`,
    goal,
    measured: `median ${m} ms, p95 ${p} ms, largest ${l} ms (${frames} frames)`,
  };
}

export function typingRow({ keystrokes, median: middle, p99, largest }: KeystrokeTasks): Row {
  const [m, p, l] = [middle, p99, largest].map((ms) => ms.toFixed(1));
  return {
    what: `Question box, ${keystrokes.toLocaleString('en')} characters typed: longest task of the main thread from key to key, time of the processor`,
    goal: '≤ 16 ms',
    measured: `median ${m} ms, p99 ${p} ms, largest ${l} ms`,
  };
}

export function previewRow({ requests, median: middle, p99, empty }: RoundTrips): Row {
  return {
    what: `What will be masked in up to 2,000 characters: answer of the server (${requests} requests)`,
    goal: '',
    measured: `p50 ${middle.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; emptiest answer ${empty.toFixed(1)} ms`,
  };
}

export function renderTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, goal, measured }) => `| ${what} | ${goal} | ${measured} |`);
  return ['| what | goal | measured |', '| --- | --- | --- |', ...lines].join('\n');
}

const BEGIN = '<!-- bench:ui begin -->';
const END = '<!-- bench:ui end -->';

/** Puts the text between the markers of a page. @throws Error when the page lacks them */
export function writeBetweenMarkers(file: string, text: string): void {
  const page = readFileSync(file, 'utf8');
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file} needs the lines ${BEGIN} and ${END}.`);
  writeFileSync(file, `${page.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${page.slice(end)}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
