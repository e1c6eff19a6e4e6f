import { loadConfig } from '../config/load-config.ts';
import type { Command } from './command.ts';

export const configPrint: Command = {
  name: 'config print',
  usage: '',
  summary: 'Print the configuration in force as JSON. Secrets are not part of it.',
  run(_args, { environment, workingDir, product, out }) {
    const config = loadConfig(environment, { working: workingDir, product: product.dir });
    out.write(`${JSON.stringify(config, undefined, 2)}\n`);
    return Promise.resolve(0);
  },
};
