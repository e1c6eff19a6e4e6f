import { hash, parseOptions, verify } from '@node-rs/argon2';
import { MAX_PASSWORD_BYTES, passwordProblem } from '../config/password-rule.ts';
import { AppError } from '../errors.ts';
import type { RandomBytes } from '../util/random.ts';

/** Cost of one Argon2id computation. */
export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** RFC 9106, section 4, second recommended option: 64 MiB, 3 passes, 4 lanes. */
export const defaultPasswordCost: PasswordCost = { memoryKib: 65_536, passes: 3, lanes: 4 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

export interface Passwords {
  /** @throws AppError ERR_REQUEST_INVALID for `param` when the password is too short or too long */
  hash(password: string, param?: string): Promise<string>;
  /** Does the same work whether or not there is a hash to check against, so that timing tells no user name. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
  /** A new hash of a verified password whose stored hash was made at another cost; undefined when it was not. */
  refresh(stored: string, password: string): Promise<string | undefined>;
}

/** Argon2id in PHC strings. Passwords are compared in Unicode form NFKC (NIST SP 800-63B, 3.1.1.2). */
export function createPasswords(random: RandomBytes, cost: PasswordCost = defaultPasswordCost): Passwords {
  const options = {
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: HASH_BYTES,
  };
  const decoy = composeDecoy(random, cost);
  const compute = (password: string): Promise<string> =>
    hash(password.normalize('NFKC'), { ...options, salt: random(SALT_BYTES) });
  return {
    async hash(password, param = 'password') {
      assertAcceptable(password, param);
      return compute(password);
    },
    async verify(stored, password) {
      const tooLong = Buffer.byteLength(password) > MAX_PASSWORD_BYTES;
      const matches = await verify(stored ?? decoy, tooLong ? '' : password.normalize('NFKC'));
      return matches && stored !== undefined && !tooLong;
    },
    async refresh(stored, password) {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored);
      const same = memoryCost === cost.memoryKib && timeCost === cost.passes && parallelism === cost.lanes;
      return same ? undefined : compute(password);
    },
  };
}

function assertAcceptable(password: string, param: string): void {
  const problem = passwordProblem(password);
  if (problem === undefined) return;
  throw new AppError('ERR_REQUEST_INVALID', `The password ${problem}.`, { status: 400, param });
}

/** A hash that no password has, at the same cost as a real one. */
function composeDecoy(random: RandomBytes, { memoryKib, passes, lanes }: PasswordCost): string {
  const part = (size: number): string => random(size).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${part(SALT_BYTES)}$${part(HASH_BYTES)}`;
}
