/** A file is not what it should be. The message says where, never what stands there. */
export class FileFormatError extends Error {
  override readonly name = 'FileFormatError';
}
