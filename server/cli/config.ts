import type { CommandRun } from './command.ts';
import { configOf } from './config-of.ts';

export const configPrint: CommandRun = (_args, terminal) => {
  terminal.out.write(`${JSON.stringify(configOf(terminal), undefined, 2)}\n`);
  return Promise.resolve(0);
};
