import type { LeafFacts } from './leaf-facts.ts';
import type { ProblemList } from './verify-report.ts';

/** Checks that runs follow one another, that ids grow within a run, and how long a run was silent. */
export interface RunCheck {
  take(leaf: LeafFacts): void;
  /** Run that the newest entry belongs to. */
  readonly boot: string | undefined;
  /** Whether a run wrote nothing for longer than was allowed. */
  readonly silent: boolean;
  readonly remarks: readonly string[];
}

/** Remarks are no faults; a hostile log must not fill the memory with them. */
const MAX_REMARKS = 100;

/** @param maxSilence seconds that may pass between two entries of a run; silence is not looked at when absent */
export function createRunCheck(problems: ProblemList, maxSilence?: number): RunCheck {
  const boots = new Set<string>();
  const remarks: string[] = [];
  let previous: LeafFacts | undefined;
  let silent = false;

  const remark = (text: string): void => {
    if (remarks.length < MAX_REMARKS) remarks.push(text);
  };

  const checkOrder = (leaf: LeafFacts): void => {
    if (previous?.boot === leaf.boot) {
      if (idCounter(leaf) <= idCounter(previous))
        problems.add('entry', leaf.seq, leaf.seq, 'its id was used before');
      return;
    }
    if (boots.has(leaf.boot)) {
      problems.add('entry', leaf.seq, leaf.seq, 'it belongs to a run that had ended');
    } else if (!beginsRun(leaf)) {
      problems.add('entry', leaf.seq, leaf.seq, 'a run begins without audit.started');
    } else if (previous !== undefined && previous.type !== 'audit.stopped') {
      remark(`The run before entry ${leaf.seq} ended without audit.stopped.`);
    }
    boots.add(leaf.boot);
  };

  const checkTime = (leaf: LeafFacts): void => {
    if (previous === undefined) return;
    if (leaf.at < previous.at) remark(`The clock went back before entry ${leaf.seq}.`);
    if (maxSilence === undefined || previous.boot !== leaf.boot) return;
    const seconds = (Date.parse(leaf.at) - Date.parse(previous.at)) / 1000;
    if (seconds <= maxSilence) return;
    silent = true;
    remark(`Nothing was recorded for ${Math.floor(seconds)} s before entry ${leaf.seq}.`);
  };

  return {
    take(leaf) {
      checkOrder(leaf);
      checkTime(leaf);
      previous = leaf;
    },
    get boot() {
      return previous?.boot;
    },
    get silent() {
      return silent;
    },
    remarks,
  };
}

/** A log that takes the place of another says so before anything else. */
function beginsRun({ type, seq }: LeafFacts): boolean {
  return type === 'audit.started' || (type === 'audit.restored' && seq === 1);
}

function idCounter({ id }: LeafFacts): number {
  return Number(id.slice(id.indexOf('.') + 1));
}
