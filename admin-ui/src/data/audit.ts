import { readBoolean, readFields, readNumber, readString } from '../api/read.ts';
import { requestJson } from '../api/request.ts';

export interface LogVerification {
  readonly ok: boolean;
  readonly entries: number;
  readonly message: string;
}

/** Has the server re-hash its whole log. @throws Failure `forbidden` when the caller's role may not */
export async function verifyLog(): Promise<LogVerification> {
  const reply = readFields(await requestJson('/api/audit/verify', { method: 'POST' }), 'reply');
  return {
    ok: readBoolean(reply, 'ok'),
    entries: readNumber(reply, 'entries'),
    message: readString(reply, 'message'),
  };
}
