import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { VerifyReport } from '../../../server/audit/verify.ts';
import type { LogFolder } from './log-fixture.ts';
import { copyLog, createHonestLog } from './tampered-log.ts';

export interface LogCopies {
  /** One for all tests of the file, which leave it as it is. */
  readonly honest: LogFolder;
  /** For one test to damage. */
  readonly copy: LogFolder;
}

/** An honest log for the tests of a file, and a copy of it for each of them. */
export function useLogCopies(): LogCopies {
  let honest: LogFolder;
  let copy: LogFolder;
  beforeAll(async () => {
    honest = await createHonestLog();
  });
  afterAll(() => honest[Symbol.dispose]());
  beforeEach(() => {
    copy = copyLog(honest);
  });
  afterEach(() => copy[Symbol.dispose]());
  return {
    get honest() {
      return honest;
    },
    get copy() {
      return copy;
    },
  };
}

/** Of each problem, the first and the last entry. */
export function placesOf(report: VerifyReport): [number, number][] {
  return report.problems.map(({ from, to }) => [from, to]);
}
