import type { Candidate } from '../detector.ts';
import type { Scan } from '../rule.ts';
import { findAddresses } from './address-evidence.ts';
import { findCorners } from './corner-evidence.ts';
import { findDates } from './date-evidence.ts';
import { createFindingsList } from './findings-list.ts';
import { findJobTitles } from './job-evidence.ts';
import { findLowerCaseNames } from './lower-case-evidence.ts';
import { findNames } from './name-evidence.ts';
import { markPlaces } from './place-match.ts';
import { readText } from './reading.ts';
import { findStreets } from './street-evidence.ts';

/**
 * Finds persons, addresses, places, organisations, nationalities, job titles, dates and ages in English running
 * text by evidence: tables of names and places, titles and labels, capitals in mid-sentence, words for streets,
 * against a table of ordinary words. One reading, one pass for each kind; time is linear in the text.
 * @param scan the folded text, and what other rules have found in it: no name is looked for in a mail address.
 */
export function detectFreeText({ text, found }: Pick<Scan, 'text' | 'found'>): readonly Candidate[] {
  const reading = readText(text);
  const list = createFindingsList(reading);
  for (const { type, start, end } of found) if (!isOwn(type)) list.take(start, end);
  markPlaces(reading);
  findDates(reading, list);
  findCorners(reading, list);
  findAddresses(reading, list);
  findStreets(reading, list);
  findJobTitles(reading, list);
  findNames(reading, list);
  findLowerCaseNames(reading, list);
  return list.found;
}

/** Names after a label and boxes may be parts of longer names and addresses. */
function isOwn(type: string): boolean {
  return type === 'PERSON' || type === 'STREET_ADDRESS' || type === 'CN_PERSON_NAME';
}
