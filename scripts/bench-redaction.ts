import { loadMaskProfiles } from '../server/redaction/mask-profile.ts';
import { createRedactor } from '../server/redaction/redactor.ts';
import { systemRandom } from '../server/util/random.ts';
import { everydayTexts } from './bench-redaction/everyday-texts.ts';
import { hostileTexts } from './bench-redaction/hostile-texts.ts';
import { passReferencePatterns } from './bench-redaction/reference-patterns.ts';
import { quantile } from './quantile.ts';

const PROMPT = 4_000;
const DOCUMENT = 1_000_000;
const PROMPTS_OF_A_KIND = 60;
/** Milliseconds: a busy machine must not close the path here. */
const NO_HURRY = 600_000;
const profile = process.argv[2] ?? 'strict';

const redactor = createRedactor({
  profiles: loadMaskProfiles('policies/redaction'),
  random: systemRandom,
  deadlineMs: NO_HURRY,
});
const mask = (text: string): void => void redactor.previewByRules(text, profile);

console.log(
  `Profile ${profile}, ${redactor.list().totals.rules} rules. Time is that of the processor, so that other work on the machine does not count.`,
);
warmUp();
reportEveryday();
reportHostile();

function warmUp(): void {
  for (const { text } of everydayTexts)
    for (let round = 0; round < 15; round += 1) mask(text.slice(0, PROMPT));
}

function reportEveryday(): void {
  console.log('\nkind of text        characters/ms   24 patterns   p50 of 4,000   p99 of 4,000   1 MB');
  const all: number[] = [];
  let characters = 0;
  for (const { kind, text } of everydayTexts) {
    const times = promptsOf(text).map((prompt) => timeOf(() => mask(prompt)));
    const baseline = promptsOf(text).reduce(
      (total, prompt) => total + timeOf(() => passReferencePatterns(prompt)),
      0,
    );
    const document = text.repeat(Math.ceil(DOCUMENT / text.length)).slice(0, DOCUMENT);
    const total = sum(times);
    const count = times.length * PROMPT;
    all.push(...times);
    characters += count;
    console.log(
      row(
        kind,
        [count / total, count / baseline],
        [quantile(times, 0.5), quantile(times, 0.99), timeOf(() => mask(document))],
      ),
    );
  }
  console.log(row('all', [characters / sum(all)], [quantile(all, 0.5), quantile(all, 0.99)]));
}

function reportHostile(): void {
  console.log('\nhostile text              500,000   1,000,000   ratio   24 patterns');
  for (const hostile of hostileTexts) {
    const [half, whole] = [hostile.make(DOCUMENT / 2), hostile.make(DOCUMENT)];
    const times = [half, whole].map((text) =>
      Math.min(
        timeOf(() => mask(text)),
        timeOf(() => mask(text)),
      ),
    );
    const baseline = timeOf(() => passReferencePatterns(whole));
    const [first = 0, second = 0] = times;
    console.log(
      `${hostile.kind.padEnd(24)} ${first.toFixed(0).padStart(6)} ms  ${second.toFixed(0).padStart(7)} ms   ${(second / first).toFixed(2).padStart(5)}   ${baseline.toFixed(0).padStart(8)} ms`,
    );
  }
}

function promptsOf(text: string): readonly string[] {
  return Array.from({ length: PROMPTS_OF_A_KIND }, (_, index) => {
    const start = (index * 997) % Math.max(1, text.length - PROMPT);
    return text.slice(start, start + PROMPT);
  });
}

/** Milliseconds of processor time. */
function timeOf(task: () => void): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function row(kind: string, speeds: readonly number[], times: readonly number[]): string {
  const [speed = 0, baseline] = speeds;
  const written = times.map((time) => `${time.toFixed(time < 10 ? 2 : 0)} ms`.padStart(13));
  return `${kind.padEnd(18)} ${speed.toFixed(0).padStart(13)} ${(baseline === undefined ? '' : baseline.toFixed(0)).padStart(13)}  ${written.join('  ')}`;
}
