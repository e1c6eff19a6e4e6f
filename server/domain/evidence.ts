import type { MaskedText } from './masked.ts';

/** A stored chunk found by search, before masking. */
export interface Hit {
  readonly chunk: string;
  readonly document: string;
  readonly collection: string;
  readonly title: string;
  /** Where in the document: heading path, page or sheet. */
  readonly location: string;
  readonly text: string;
  /** Joined score, at least 0; best first. */
  readonly score: number;
}

/** A passage of a file that the asker attached to the conversation: read for this exchange, kept in no collection. */
export interface AttachedPassage<T extends string = string> {
  /** Id of the passage within its file. */
  readonly chunk: string;
  /** Id of the file. */
  readonly file: string;
  /** The file's name. */
  readonly title: T;
  readonly location: T;
  readonly text: T;
  /** How well its words fit the question, 0 to 1. */
  readonly score: number;
}

/** Whose an approved answer is, and for how long. Shown to the reader, never to a model or the audit log. */
export interface Approval {
  /** Who answers for it, as written by its author. */
  readonly owner: string;
  /** RFC 3339, UTC. */
  readonly approvedAt: string;
  readonly expiresAt: string;
}

/** One sentence of a passage that may answer the question, numbered as the model and the reader see it. */
export interface Evidence {
  /** 1 for the best. The citation `[1]` points here. */
  readonly number: number;
  readonly chunk: string;
  /** Id of the document, or of the attached file. */
  readonly document: string;
  /** Undefined for a passage of an attached file. */
  readonly collection: string | undefined;
  readonly title: MaskedText;
  readonly location: MaskedText;
  /** As it stands in the passage: what the citation quotes. */
  readonly sentence: MaskedText;
  /** The same for models and answers: neutralised, so that nothing in it acts. */
  readonly plain: MaskedText;
  /** How well the sentence covers the question, 0 to 1. */
  readonly score: number;
  /** Whether the score reaches what its collection demands of an answer. */
  readonly sufficient: boolean;
  /** Where it is an answer that a person approved: `chunk` is its version then, `document` its FAQ entry. */
  readonly approval?: Approval;
}

/** Whether the evidence is good enough to answer from; `none` when nothing was found. */
export type EvidenceStrength = 'strong' | 'weak' | 'none';

/** The best piece decides: the others are what a model may also use. */
export function strengthOf([best]: readonly Evidence[]): EvidenceStrength {
  if (best === undefined) return 'none';
  return best.sufficient ? 'strong' : 'weak';
}

/** A source as the caller sees it. */
export interface Source {
  /** Id of the chunk. */
  readonly id: string;
  /** The number in the answer's citation, `[1]`. */
  readonly number: number;
  /** Id of the document, or of the attached file. */
  readonly document: string;
  /** Whether it stands in a file that the asker attached, and not in the knowledge. */
  readonly attached: boolean;
  readonly title: string;
  readonly location: string;
  readonly score: number;
  /** The sentence that the citation points to. */
  readonly quote: string;
  /** Where it is an FAQ entry, and not a document. */
  readonly approval?: Approval;
}
