import express, { type RequestHandler } from 'express';
import multer from 'multer';
import type { Config } from '../config/load-config.ts';
import { AppError } from '../errors.ts';
import type { BodyKind } from './define-route.ts';
import { toUploadError } from './normalise-error.ts';

/** What reads a body of each kind, held to the configured sizes. */
export function createBodyReaders(
  config: Pick<Config, 'maxBodyBytes' | 'maxUploadBytes'>,
): Record<BodyKind, readonly RequestHandler[]> {
  return {
    none: [],
    json: [requireJson, express.json({ limit: config.maxBodyBytes, strict: true })],
    upload: [createUploadReader(config.maxUploadBytes)],
  };
}

/** One file in the field `file`, kept in memory, and a few short fields beside it. */
function createUploadReader(maxBytes: number): RequestHandler {
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: 4, fieldSize: 4096, parts: 6 },
    defParamCharset: 'utf8',
  });
  const read = upload.single('file');
  return (request, response, next) => {
    read(request, response, (error: unknown) => {
      if (error === undefined) next();
      else next(toUploadError(error));
    });
  };
}

const requireJson: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false) {
    throw new AppError('ERR_REQUEST_INVALID', 'Send the body as JSON, with content-type: application/json.', {
      status: 415,
    });
  }
  next();
};
