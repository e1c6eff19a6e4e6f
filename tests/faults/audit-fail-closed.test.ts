import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../server/audit/audit-log.ts';
import type { Admitted, Inbound, Kept, Recorded, Restored } from '../../server/domain/exchange.ts';
import { answer, type Stages } from '../../server/pipeline/answer.ts';
import { noSink } from '../../server/pipeline/answer-sink.ts';
import { createDice } from '../helpers/dice.ts';
import {
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
} from '../unit/audit/log-fixture.ts';
import { expectSoundLog } from './audit/expect-sound-log.ts';
import { openFaultyDatabase, type StatementFault } from './audit/faulty-database.ts';
import { rounds } from './audit/rounds.ts';

const CALLS = rounds({ short: 150, long: 10_000 });
const LONG_MS = 3_600_000;

let folder: LogFolder;

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(() => folder[Symbol.dispose]());

/** The product's own flow with its own log; the stages that the log has no part in are left out. */
function stagesOf(log: AuditLog, kept: Kept): Stages {
  const vault = { ...kept.vault, destroy: () => undefined };
  const exchange = ({ id }: { readonly id: string }): Promise<Kept> =>
    Promise.resolve({ ...kept, vault, id });
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- masking, which would read it, is left out
    admit: (inbound) => exchange(inbound) as Promise<unknown> as Promise<Admitted>,
    mask: exchange,
    ground: exchange,
    keep: exchange,
    recordIntent: (one) => log.recordIntent(one),
    generate: (intended) => Promise.resolve(generatedFrom(intended)),
    recordOutcome: (generated) => log.recordOutcome(generated),
    noteGap: () => undefined,
    restore: released,
    recordRefusal: () => Promise.resolve(),
  };
}

/** What a caller would be given. */
function released(recorded: Recorded): Restored {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing but its id is looked at
  return recorded as unknown as Restored;
}

it(
  `of ${CALLS} calls with a disk that fails at one statement of each, none is answered without a durable outcome`,
  async () => {
    const dice = createDice(7);
    let due: (StatementFault & { after: number }) | undefined;
    const strike = (statement: string): StatementFault | undefined => {
      if (due?.statement !== statement) return undefined;
      const fault = due;
      // Counts down: an exchange makes each statement more than once.
      due = fault.after > 0 ? { ...fault, after: fault.after - 1 } : undefined;
      return fault.after > 0 ? undefined : fault;
    };
    const log = await openAuditLog({ ...folder.options, openDatabase: openFaultyDatabase(strike) });
    const stages = stagesOf(log, await groundedExchange('ex_0', 'Why?'));
    const answered: string[] = [];
    let refused = 0;
    for (let call = 0; call < CALLS; call += 1) {
      due = {
        statement: dice.pick(['begin', 'select', 'insert', 'commit', 'commit'] as const),
        takesEffect: dice.roll() < 0.5,
        after: Math.floor(dice.roll() * 2),
      };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- admission is left out, and only it reads more
      const inbound = { id: `ex_${call}` } as Inbound;
      await answer(stages, inbound, noSink).then(
        () => answered.push(inbound.id),
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'ERR_AUDIT_UNAVAILABLE', status: 503 });
          refused += 1;
        },
      );
      if (due !== undefined && dice.roll() < 0.2) due = { statement: 'open', takesEffect: false, after: 0 };
    }
    due = undefined;
    expect(refused).toBeGreaterThan(CALLS / 2);
    await log[Symbol.asyncDispose]();
    await expectSoundLog(
      folder.dir,
      answered.map((id) => ({ released: id })),
    );
  },
  LONG_MS,
);
