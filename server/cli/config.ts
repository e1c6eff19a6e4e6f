import type { Command } from './command.ts';
import { configOf } from './config-of.ts';

export const configPrint: Command = {
  name: 'config print',
  usage: '',
  summary: 'Print the configuration in force as JSON. Secrets are not part of it.',
  run(_args, terminal) {
    terminal.out.write(`${JSON.stringify(configOf(terminal), undefined, 2)}\n`);
    return Promise.resolve(0);
  },
};
