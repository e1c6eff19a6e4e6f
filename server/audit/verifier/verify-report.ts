/** How the log as a whole is judged; the exit code of `audit verify`. */
export type VerifyExit =
  | 0 // sound, and anchored up to a short tail
  | 10 // sound, but too much of it is covered by no checkpoint, or nothing was recorded for too long
  | 11 // sound, but fewer witnesses have signed than the policy demands
  | 20 // sound; some content has been erased, or old entries pruned, and the log says so
  | 30 // diverged from a signed checkpoint, or rolled back
  | 40 // entries changed, missing, out of order or out of place
  | 41 // a checkpoint is not signed as it should be
  | 50; // not a database or export of this schema

export type ProblemKind = 'schema' | 'entry' | 'diverged' | 'signature';

/** A broken place: entries `from` to `to`, both included; both 0 when no entry is meant. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Content that is gone, and the entry that says so. */
export interface ErasedRange {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

export interface VerifyReport {
  readonly exitCode: VerifyExit;
  /** One sentence for people. */
  readonly summary: string;
  /** Name of the log; empty when it has no readable entry. */
  readonly origin: string;
  /** Entries read. */
  readonly entries: number;
  /** Merkle root over the entries as read, base64. */
  readonly root: string;
  /** Entries 1 to this one are exactly what the newest matching checkpoint signed. */
  readonly proven: number;
  /** Entries after that. */
  readonly unanchored: number;
  /** Checkpoints whose signature was accepted. */
  readonly checkpoints: number;
  /** Entries by type: to be held against what other systems have counted. */
  readonly counts: Readonly<Record<string, number>>;
  /** Whose content was erased, as entries of the log say; the first 1,000 ranges. */
  readonly erased: readonly ErasedRange[];
  /** Every broken range, in order; the first 1,000. */
  readonly problems: readonly Problem[];
  /** Worth knowing, but no fault. */
  readonly remarks: readonly string[];
}

/** Gathers problems; neighbours with the same message become one range. */
export interface ProblemList {
  add(kind: ProblemKind, from: number, to: number, message: string): void;
  all(): readonly Problem[];
  has(kind: ProblemKind): boolean;
}

/** More are no help, and a hostile file must not fill the memory. */
const MAX_PROBLEMS = 1000;

export function createProblemList(): ProblemList {
  const problems: Problem[] = [];
  const kinds = new Set<ProblemKind>();
  return {
    add(kind, from, to, message) {
      kinds.add(kind);
      const last = problems.at(-1);
      if (last !== undefined && last.kind === kind && last.message === message && last.to + 1 === from) {
        problems[problems.length - 1] = { ...last, to };
      } else if (problems.length < MAX_PROBLEMS) problems.push({ kind, from, to, message });
    },
    all: () => problems,
    has: (kind) => kinds.has(kind),
  };
}

/** What else decides when there is no problem. */
export interface Standing {
  /** Whether all but a short tail is under a checkpoint, and no silence was too long. */
  readonly anchored: boolean;
  /** Whether something is gone, and an entry says so. */
  readonly erased: boolean;
}

/** The gravest problem decides. */
export function exitFor(problems: ProblemList, { anchored, erased }: Standing): VerifyExit {
  if (problems.has('schema')) return 50;
  if (problems.has('entry')) return 40;
  if (problems.has('diverged')) return 30;
  if (problems.has('signature')) return 41;
  if (!anchored) return 10;
  return erased ? 20 : 0;
}
