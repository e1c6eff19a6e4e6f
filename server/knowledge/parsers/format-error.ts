import { AppError } from '../../errors.ts';

/** What can be wrong with a file, for programs; the message of the error says it to people. */
export const formatProblems = [
  'empty',
  'no-text',
  'scan',
  'locked',
  'too-large',
  'too-deep',
  'too-slow',
  'encoding',
  'binary',
  'misnamed',
  'old-format',
  'unsupported',
  'unreadable',
  'damaged',
] as const;
export type FormatProblem = (typeof formatProblems)[number];

/** The error for a file that cannot be read. The message says what is wrong with it and how to mend it. */
export function formatError(problem: FormatProblem, message: string, cause?: unknown): AppError {
  return new AppError('ERR_KNOWLEDGE_FORMAT', message, { status: 422, reason: problem, cause });
}

export function tooManyBytes(size: number, most: number): AppError {
  return formatError(
    'too-large',
    `The file has ${size} bytes; at most ${most} are read. Split it and retry.`,
  );
}

/** The problem that an error of `formatError` names; `damaged` for any other. */
export function formatProblemOf(error: AppError): FormatProblem {
  return formatProblems.find((problem) => problem === error.reason) ?? 'damaged';
}
