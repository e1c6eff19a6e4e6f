import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from '../errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/** Parses the arguments of a command. @throws AppError ERR_USAGE that names the argument at fault. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new AppError('ERR_USAGE', error instanceof Error ? error.message : 'Wrong arguments.', {
      status: 400,
      cause: error,
    });
  }
}

/** @throws AppError ERR_USAGE when it is missing. */
export function required(value: string | undefined, name: string): string {
  if (value !== undefined && value !== '') return value;
  throw new AppError('ERR_USAGE', `${name} is missing.`, { status: 400 });
}

/** A whole number of at least `min`. @throws AppError ERR_USAGE */
export function wholeNumber(value: string, name: string, min: number): number {
  const parsed = Number(value);
  if (Number.isSafeInteger(parsed) && parsed >= min) return parsed;
  throw new AppError('ERR_USAGE', `${name} must be a whole number of at least ${min}.`, { status: 400 });
}
