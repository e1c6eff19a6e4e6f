/** A failure whose message is safe to pass on: it never holds text of a request. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly reason: 'context' | 'grammar' | 'failed';

  constructor(reason: 'context' | 'grammar' | 'failed', message: string) {
    super(message);
    this.reason = reason;
  }
}
