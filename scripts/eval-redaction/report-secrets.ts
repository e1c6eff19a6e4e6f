import type { Finding } from '../../server/domain/masked.ts';
import { type Half, secretsCorpus, type SecretText } from './secrets-corpus.ts';

const SEED = 20_261_127;
const ROUNDS = 6;

interface Tally {
  secrets: number;
  covered: number;
  findings: number;
  right: number;
}

/** Prints recall (every letter and digit of the secret is masked) and precision (findings that touch a secret) by language. */
export function reportSecrets(find: (text: string) => readonly Finding[], half: Half): void {
  const groups = new Map<string, Tally>();
  for (const text of secretsCorpus(half, SEED, ROUNDS)) {
    const tally = groups.get(text.group) ?? { secrets: 0, covered: 0, findings: 0, right: 0 };
    groups.set(text.group, tally);
    add(tally, text, find(text.text));
  }
  console.log(
    `\nSecrets in code and configuration, ${half} half\nlanguage                   n     recall  precision`,
  );
  const all: Tally = { secrets: 0, covered: 0, findings: 0, right: 0 };
  for (const [group, tally] of groups) {
    console.log(line(group, tally));
    for (const key of ['secrets', 'covered', 'findings', 'right'] as const) all[key] += tally[key];
  }
  console.log(line('all', all));
}

function add(tally: Tally, { text, secrets }: SecretText, findings: readonly Finding[]): void {
  tally.secrets += secrets.length;
  tally.covered += secrets.filter((secret) => isCovered(text, secret, findings)).length;
  tally.findings += findings.length;
  tally.right += findings.filter((finding) =>
    secrets.some(({ start, end }) => finding.start < end && start < finding.end),
  ).length;
}

function isCovered(
  text: string,
  { start, end }: SecretText['secrets'][number],
  findings: readonly Finding[],
): boolean {
  for (let index = start; index < end; index += 1) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(index))) continue;
    if (!findings.some((finding) => finding.start <= index && index < finding.end)) return false;
  }
  return true;
}

function line(group: string, { secrets, covered, findings, right }: Tally): string {
  const figures = [covered / Math.max(1, secrets), right / Math.max(1, findings)];
  return `${group.padEnd(24)} ${String(secrets).padStart(4)}  ${figures.map((value) => value.toFixed(3).padStart(9)).join('  ')}`;
}
