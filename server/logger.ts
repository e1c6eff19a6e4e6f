import { type DestinationStream, pino } from 'pino';

export type Logger = pino.Logger;

/** Paths that are cut even when somebody logs them by mistake. Serializers are the first net, this is the second. */
const redactedPaths = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.secret',
  '*.content',
  '*.text',
];

/** The only place where loggers are made. Lines are JSON on `destination` (standard error in the product). */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redactedPaths, censor: '[redacted]' },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}
