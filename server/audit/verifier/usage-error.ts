/** The command line, or a file that it names, is not as it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
