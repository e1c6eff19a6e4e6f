import { check } from 'recheck';
import { builtInCatalog } from '../server/redaction/built-in-catalog.ts';
import { listPatterns } from './eval-redaction/list-patterns.ts';

const MOST_MILLISECONDS = 5_000;
const MOST_MILLISECONDS_OF_PROOF = 60_000;

/** Looks for texts on which a pattern of any rule backtracks super-linearly. Takes some minutes. */
const counts = { safe: 0, vulnerable: 0, unknown: 0 };
for (const { rule, source, flags } of listPatterns(builtInCatalog().rules)) {
  const status = await judge(source, flags);
  counts[status] += 1;
  if (status !== 'safe') console.log(`${status.padEnd(10)} ${rule}  ${source.slice(0, 120)}`);
}
console.log(
  `${counts.safe} safe, ${counts.unknown} not decided in ${MOST_MILLISECONDS_OF_PROOF} ms, ${counts.vulnerable} vulnerable`,
);
process.exitCode = counts.vulnerable === 0 ? 0 : 1;

/**
 * Fuzzing guesses: where a long but bounded repetition is tried at every letter, it takes a large factor for a power. Its doubts are
 * settled by the automaton, which proves one or the other.
 */
async function judge(source: string, flags: string): Promise<keyof typeof counts> {
  const { status } = await check(source, flags, { timeout: MOST_MILLISECONDS });
  if (status === 'safe') return status;
  return (await check(source, flags, { checker: 'automaton', timeout: MOST_MILLISECONDS_OF_PROOF })).status;
}
