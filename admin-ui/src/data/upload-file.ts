import { Failure, failureOf } from '../api/failure.ts';

/**
 * Sends one file in the field `file` and tells the share that has arrived, 0 to 1. XMLHttpRequest, because `fetch`
 * does not tell how far an upload is. Resolves with the parsed answer.
 * @throws Failure
 */
export function uploadFile(url: string, file: File, onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('error', () => reject(new Failure('network')));
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status < 300) resolve(body);
      else reject(failureOf(request.status, body, request.getResponseHeader('x-request-id')));
    });
    const form = new FormData();
    form.append('file', file);
    request.open('POST', url);
    request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
