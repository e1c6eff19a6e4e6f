import { Failure, failureOf } from './failure.ts';

/** Told the share of the file that is sent, 0 to 1. */
export type SendProgress = (share: number) => void;

/**
 * Sends one file as the field `file` of a form. `fetch` tells nothing of how far it has come, so this is an
 * XMLHttpRequest. @throws Failure
 */
export function sendFile(path: string, file: File, onProgress: SendProgress): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('error', () => reject(new Failure('network')));
    request.addEventListener('abort', () => reject(new Failure('network')));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else
        reject(
          failureOf(request.status, parse(request.responseText), request.getResponseHeader('x-request-id')),
        );
    });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** undefined when the body is not JSON: a proxy's error page. */
function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
}
