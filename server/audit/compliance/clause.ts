import type { EntryBody } from '../leaf.ts';

/** A text in the languages of the interface. */
export interface Wording {
  readonly en: string;
  readonly zh: string;
}

export const laws = ['gdpr', 'eu-ai-act', 'hipaa', 'pci-dss', 'iso-27001', 'sec-17a-4', 'gb-22239'] as const;
export type Law = (typeof laws)[number];

/** Entries of these types show something that a clause asks for. */
export interface EntryEvidence {
  readonly shows: Wording;
  readonly types: readonly EntryBody['type'][];
}

/** One demand of a law or standard, and where the log answers it. An engineer's reading, no legal advice. */
export interface Clause {
  /** As `--clause` takes it, for example `pci-10.2.1.3`. */
  readonly id: string;
  readonly law: Law;
  /** As the law numbers it. */
  readonly number: string;
  readonly asks: Wording;
  readonly evidence: readonly EntryEvidence[];
  /** What of the product, beside entries, answers it. */
  readonly also?: Wording;
  /** What the organisation must see to itself. */
  readonly left?: Wording;
  /** Whether the reading rests on memory alone; others rest on published summaries. None was compared with the legal text. */
  readonly fromMemory?: true;
}
