import { type Config, loadConfig } from '../config/load-config.ts';
import type { Terminal } from './command.ts';

/** The configuration that the terminal's environment gives. @throws AppError ERR_CONFIG_INVALID */
export function configOf({ environment, workingDir, product }: Terminal): Config {
  return loadConfig(environment, { working: workingDir, product: product.dir });
}
