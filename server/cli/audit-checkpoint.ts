import { readCheckpoints, readCosigned } from '../audit/checkpoint-store.ts';
import { drawCheckpoint } from '../audit/draw-checkpoint.ts';
import { dataPaths } from '../data-dir.ts';
import { AppError } from '../errors.ts';
import type { CommandRun } from './command.ts';
import { configOf } from './config-of.ts';
import { parseOptions } from './parse-options.ts';

/** Where no wire leads out, a stick, a printer or a camera carries the checkpoint. Reads the files and signs nothing. */
export const auditCheckpoint: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, { cosigned: { type: 'boolean' }, qr: { type: 'boolean' } });
  const { checkpoints } = dataPaths(configOf(terminal).dataDir);
  const note = values.cosigned === true ? readCosigned(checkpoints) : readCheckpoints(checkpoints).head;
  if (note === undefined)
    throw new AppError('ERR_NOT_FOUND', 'There is no such checkpoint yet. Start the server once.', {
      status: 404,
    });
  terminal.out.write(values.qr === true ? `${drawCheckpoint(note)}\n` : note);
  return Promise.resolve(0);
};
