import { freeTextRules } from './free-text-rules.ts';
import type { EvidenceRule } from '../rule.ts';
import { AMPERSAND } from './gap.ts';
import type { ProperRun } from './proper-run.ts';
import { type Reading } from './reading.ts';
import { isAfterNameCue } from './name-cue.ts';
import { opensSentence } from './sentence.ts';
import * as flag from './word-flags.ts';

/** The rule by which the run is an organisation: the ending of a company, or a noun such as Bank or University. */
export function scoreOrganisation(reading: Reading, { first, end }: ProperRun): EvidenceRule | undefined {
  if (end - first < 2) return undefined;
  if (((reading.flags[end - 1] ?? 0) & flag.COMPANY_SUFFIX) !== 0) return freeTextRules.company;
  if (hasAmpersand(reading, first, end)) return freeTextRules.company;
  for (let index = first; index < end; index += 1) {
    const flags = reading.flags[index] ?? 0;
    if ((flags & flag.ORGANISATION) === 0 || (index === first && opensSentence(reading, first))) continue;
    if (isNamed(reading, first, end, index)) return freeTextRules.institution;
  }
  return undefined;
}

/** Whether another word of the run is more than an ordinary one: `Rei Systems`, not `Customer Service`. */
function isNamed(reading: Reading, first: number, end: number, noun: number): boolean {
  for (let index = first; index < end; index += 1) {
    const flags = reading.flags[index] ?? 0;
    if (index !== noun && (flags & flag.ORDINARY) === 0) return true;
  }
  return isAfterNameCue(reading, first);
}

function hasAmpersand(reading: Reading, first: number, end: number): boolean {
  for (let index = first + 1; index < end; index += 1) if (reading.gaps[index] === AMPERSAND) return true;
  return false;
}
