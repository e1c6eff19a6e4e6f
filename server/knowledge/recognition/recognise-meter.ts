import type { RecogniseRequest, RecogniseResult } from './recognised-page.ts';
import type { TextRecognition } from './text-recognition.ts';

export interface RecogniseLimits {
  readonly recognisedPages: number;
  readonly recognitionMilliseconds: number;
}

/** Recognition for one file, until what it may cost is used up. */
export type RecogniseMeter = (request: RecogniseRequest, signal: AbortSignal) => Promise<RecogniseResult>;

/** Pages beyond the limit are left out of a request; pages that time did not reach come back without lines. */
export function createRecogniseMeter(
  recognition: TextRecognition | undefined,
  limits: RecogniseLimits,
): RecogniseMeter {
  let pagesLeft = limits.recognisedPages;
  let timeLeft = limits.recognitionMilliseconds;
  return async (request, signal) => {
    if (recognition === undefined) return { ok: false, reason: 'absent' };
    if (pagesLeft <= 0 || timeLeft <= 0) return { ok: false, reason: 'limit' };
    const asked =
      request.kind === 'image' ? request : { ...request, pages: request.pages.slice(0, pagesLeft) };
    pagesLeft -= asked.kind === 'image' ? 1 : asked.pages.length;
    const started = performance.now();
    const pages = await recognition.recognise(asked, signal, timeLeft);
    timeLeft -= performance.now() - started;
    return pages === undefined ? { ok: false, reason: 'absent' } : { ok: true, pages };
  };
}
