import { AppError } from '../../errors.ts';

/** Anchors answer with a few lines, or a few certificates. */
const MOST_BODY = 64 * 1024;

/** The body of an anchor's answer. Hostile input. @throws AppError ERR_AUDIT_UNAVAILABLE for one that is too long */
export async function readAnswer(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MOST_BODY) throw new AppError('ERR_AUDIT_UNAVAILABLE', 'The anchor answered with too much.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
