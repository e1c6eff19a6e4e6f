import { loadBuiltRedactor } from './bench-redaction/built-redactor.ts';
import { everydayTexts } from './bench-redaction/everyday-texts.ts';
import { hostileTexts } from './bench-redaction/hostile-texts.ts';
import { leastTimeOf, timeOf, waitFor } from './bench-redaction/processor-time.ts';
import { passReferencePatterns } from './bench-redaction/reference-patterns.ts';
import { quantile } from './quantile.ts';

const PROMPT = 4_000;
const DOCUMENT = 1_000_000;
/** So many that the slowest hundredth is five of them. */
const PROMPTS_OF_A_KIND = 500;
/** Of each kind, in turns: a server runs for days, and its code is compiled by then. 4,800,000 characters in all. */
const WARM_UP_PROMPTS = 200;
const REPETITIONS = 5;
const profile = process.argv[2] ?? 'strict';

/** Milliseconds of each prompt. */
interface Measured {
  /** Of the processor. */
  readonly times: number[];
  readonly waits: number[];
  /** Of the processor, for the 24 patterns. */
  readonly baseline: number[];
}

const redactor = await loadBuiltRedactor();
const mask = (text: string): void => void redactor.previewByRules(text, profile);

console.log(
  `Profile ${profile}, ${redactor.list().totals.rules} rules, compiled, after ${WARM_UP_PROMPTS * everydayTexts.length} prompts of ${PROMPT} characters. Time is that of the processor, so that other work on the machine counts little; p50 and p99 are what somebody waits.`,
);
warmUp();
reportEveryday();
reportHostile();

function warmUp(): void {
  for (let index = 0; index < WARM_UP_PROMPTS; index += 1)
    for (const { text } of everydayTexts) mask(promptAt(text, index));
}

function reportEveryday(): void {
  console.log(
    '\nkind of text        characters/ms   24 patterns   ratio   p50 of 4,000   p99 of 4,000   1 MB',
  );
  const all: Measured = { times: [], waits: [], baseline: [] };
  for (const { kind, text } of everydayTexts) {
    const measured = measurePrompts(text);
    const document = text.repeat(Math.ceil(DOCUMENT / text.length)).slice(0, DOCUMENT);
    all.times.push(...measured.times);
    all.waits.push(...measured.waits);
    all.baseline.push(...measured.baseline);
    console.log(`${row(kind, measured)}  ${written(leastTimeOf(() => mask(document), REPETITIONS))}`);
  }
  console.log(row('all', all));
}

function measurePrompts(text: string): Measured {
  const measured: Measured = { times: [], waits: [], baseline: [] };
  for (let index = 0; index < PROMPTS_OF_A_KIND; index += 1) {
    const prompt = promptAt(text, index);
    measured.times.push(timeOf(() => measured.waits.push(waitFor(() => mask(prompt)))));
    measured.baseline.push(timeOf(() => passReferencePatterns(prompt)));
  }
  return measured;
}

function reportHostile(): void {
  console.log('\nhostile text              500,000   1,000,000   ratio   24 patterns');
  for (const hostile of hostileTexts) {
    const [half, whole] = [hostile.make(DOCUMENT / 2), hostile.make(DOCUMENT)];
    // In turns: a machine that slows down meanwhile slows both.
    let [first, second] = [Infinity, Infinity];
    for (let turn = 0; turn < REPETITIONS; turn += 1) {
      first = Math.min(
        first,
        timeOf(() => mask(half)),
      );
      second = Math.min(
        second,
        timeOf(() => mask(whole)),
      );
    }
    const baseline = timeOf(() => passReferencePatterns(whole));
    console.log(
      `${hostile.kind.padEnd(24)} ${first.toFixed(0).padStart(6)} ms  ${second.toFixed(0).padStart(7)} ms   ${(second / first).toFixed(2).padStart(5)}   ${baseline.toFixed(0).padStart(8)} ms`,
    );
  }
}

/** Windows that begin at other places of the lines each time. */
function promptAt(text: string, index: number): string {
  const start = (index * 997) % Math.max(1, text.length - PROMPT);
  return text.slice(start, start + PROMPT);
}

function row(kind: string, { times, waits, baseline }: Measured): string {
  const speed = speedOf(times);
  const plain = speedOf(baseline);
  const speeds = `${speed.toFixed(0).padStart(13)} ${plain.toFixed(0).padStart(13)} ${(speed / plain).toFixed(2).padStart(7)}`;
  return `${kind.padEnd(18)} ${speeds}  ${written(quantile(waits, 0.5))}  ${written(quantile(waits, 0.99))}`;
}

/** Characters a millisecond. */
function speedOf(times: readonly number[]): number {
  return (times.length * PROMPT) / sum(times);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function written(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`.padStart(13);
}
