import { MulterError } from 'multer';
import { AppError, type ErrorCode, toAppError } from '../errors.ts';

/**
 * One of our errors for whatever a handler, a middleware or a parser threw. A mistake of the caller keeps its
 * status and gets our own words: foreign messages can quote what was sent. Anything else is ERR_INTERNAL.
 */
export function normaliseError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof MulterError) return fromMulter(error);
  return fromStatus(error) ?? toAppError(error);
}

/**
 * What multer handed on. Its storage is memory, so whatever failed, failed in what the caller sent: a missing
 * boundary, a damaged part, an upload that was cut off.
 */
export function toUploadError(error: unknown): AppError {
  if (error instanceof MulterError) return fromMulter(error);
  return new AppError('ERR_REQUEST_INVALID', 'The upload is not well-formed multipart/form-data.', {
    status: 400,
    cause: error,
  });
}

function fromMulter(error: MulterError): AppError {
  switch (error.code) {
    case 'LIMIT_FILE_SIZE':
      return replace(error, 413, 'The file is larger than this server accepts.');
    case 'LIMIT_FIELD_VALUE':
      return replace(error, 413, 'A field of the form is larger than this server accepts.');
    case 'LIMIT_UNEXPECTED_FILE':
    case 'LIMIT_FILE_COUNT':
      return replace(error, 400, 'Send exactly one file, in the field `file`.');
    default:
      return replace(
        error,
        400,
        'The form has too many or wrong fields: send one file, in the field `file`.',
      );
  }
}

/** Errors of Express, its body parser and its file server: they carry a status and sometimes a `type`. */
function fromStatus(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = clientStatus(error);
  return status === undefined ? undefined : replace(error, status, describe(status, error));
}

function clientStatus(error: Error): number | undefined {
  const status = 'status' in error ? error.status : 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 400 || status > 499) {
    return undefined;
  }
  // The file server refuses a path that leaves its folder with 403: for the caller nothing is there.
  return status === 403 ? 404 : status;
}

function describe(status: number, error: Error): string {
  switch (status) {
    case 404:
      return 'There is nothing at this path.';
    case 413:
      return 'The body is larger than this server accepts.';
    case 415:
      return 'The body must be UTF-8 JSON, plain or compressed with gzip, deflate or br.';
    case 416:
      return 'The range lies outside the file.';
    default:
      return describeMalformed(error);
  }
}

function describeMalformed(error: Error): string {
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed') return 'The body is not valid JSON.';
  if (type === 'request.aborted') return 'The request was cut off.';
  return 'The request cannot be read: its path, a header or its body is malformed.';
}

function replace(cause: Error, status: number, message: string): AppError {
  return new AppError(codeOf(status), message, { status, cause });
}

function codeOf(status: number): ErrorCode {
  switch (status) {
    case 404:
      return 'ERR_NOT_FOUND';
    case 413:
      return 'ERR_REQUEST_TOO_LARGE';
    default:
      return 'ERR_REQUEST_INVALID';
  }
}
