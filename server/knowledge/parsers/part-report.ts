import { tidyLine } from './section-builder.ts';

/** `skipped`: nothing that anybody would look for, such as thumbnails and signatures. */
export const partOutcomes = ['imported', 'skipped', 'refused'] as const;

/** What became of a file inside of a file. */
export interface PartReport {
  /** With the names of the files around it, the outermost first. */
  readonly name: string;
  readonly outcome: (typeof partOutcomes)[number];
  /** Why it was refused, and how to mend it. Never holds text of the document. */
  readonly reason?: string;
}

/** Characters of a name that are kept: names in archives are hostile and may have 65,535. */
const LONGEST_NAME = 200;

export function partName(name: string): string {
  return tidyLine(name).slice(0, LONGEST_NAME);
}
