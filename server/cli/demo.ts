import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId, systemRandom } from '../util/random.ts';
import { answer, type Stages } from '../pipeline/answer.ts';
import { noSink } from '../pipeline/answer-sink.ts';
import type { CommandRun } from './command.ts';
import { createNarrator, type Narrator } from './demo-narrator.ts';
import { parseOptions } from './parse-options.ts';
import { type CommandContext, withContext } from './with-context.ts';

const questions = {
  en: 'My name is Laura Bennett, e-mail laura.bennett@mail.example, card 4539 1488 0343 6467. Which number reaches the fraud desk?',
  zh: '客户姓名：王小明，手机13812345678，身份证号11010519491231002X。请问他的住房贷款还款日是每月几号？',
};

export const demo: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, { zh: { type: 'boolean' } });
  const message = positionals[0] ?? questions[values.zh === true ? 'zh' : 'en'];
  const folder = await mkdtemp(join(tmpdir(), 'intramura-demo-'));
  const environment = {
    ...terminal.environment,
    INTRAMURA_DATA: folder,
    INTRAMURA_ADMIN_PASSWORD: undefined,
  };
  terminal.err.write('Starting the models and reading the sample bank …\n');
  try {
    await withContext(
      { ...terminal, environment },
      (context) => tellExchange(context, message, createNarrator(terminal.out)),
      // The administrator of a folder that is about to be removed concerns nobody.
      () => undefined,
    );
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function tellExchange(
  { services, stages, administrator }: CommandContext,
  message: string,
  narrator: Narrator,
): Promise<void> {
  narrator.typed(message);
  const restored = await answer(
    narrated(stages, narrator),
    {
      id: randomId('demo', systemRandom),
      principal: administrator,
      messages: [{ role: 'user', content: message }],
      grounding: 'auto',
      sampling: { maxTokens: 256, temperature: 0, topP: 1, stop: [] },
      format: { kind: 'text' },
      signal: new AbortController().signal,
    },
    noSink,
  );
  narrator.restored(restored);
  narrator.verified(await services.audit.verify());
}

/** The real stages, each of which is told to the narrator when it has done its work. */
function narrated(stages: Stages, narrator: Narrator): Stages {
  return {
    ...stages,
    async mask(admitted) {
      const masked = await stages.mask(admitted);
      narrator.masked(masked);
      return masked;
    },
    async ground(masked) {
      const grounded = await stages.ground(masked);
      narrator.grounded(grounded);
      return grounded;
    },
    async recordIntent(kept) {
      const intended = await stages.recordIntent(kept);
      narrator.intended(intended);
      return intended;
    },
    async generate(intended, sink) {
      const generated = await stages.generate(intended, sink);
      narrator.generated(generated);
      return generated;
    },
    async recordOutcome(generated) {
      const recorded = await stages.recordOutcome(generated);
      narrator.recorded(recorded);
      return recorded;
    },
  };
}
