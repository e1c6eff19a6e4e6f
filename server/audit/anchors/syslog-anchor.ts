import type { Duplex } from 'node:stream';
import type { Egress } from '../../egress/egress.ts';
import type { Anchor } from './anchor.ts';
import { syslogMessage } from './syslog-message.ts';

export interface SyslogAnchorOptions {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Certificates (PEM) that the collector's must lead to; those of the system when absent. */
  readonly ca?: string;
  readonly everyMs: number;
  readonly egress: Pick<Egress, 'connectTls'>;
}

/**
 * A collector of logs (RFC 5424 over TLS, RFC 5425). The protocol has no answer: a checkpoint counts as held when the
 * connection has taken it, and nothing can be asked back. The connection is kept.
 */
export function createSyslogAnchor({ name, everyMs, egress, ...target }: SyslogAnchorOptions): Anchor {
  let connection: Duplex | undefined;

  const connected = async (signal: AbortSignal): Promise<Duplex> => {
    if (connection !== undefined && !connection.destroyed && connection.writable) return connection;
    const fresh = await egress.connectTls(target, signal);
    fresh.on('error', () => undefined);
    // What a collector says is of no interest, but must be read for its closing to be seen.
    fresh.resume();
    connection = fresh;
    return fresh;
  };

  return {
    name,
    kind: 'syslog',
    everyMs,
    async hold({ note, size, root, signedAt }, signal) {
      const stream = await connected(signal);
      const [origin = ''] = note.split('\n', 1);
      const message = syslogMessage({ at: signedAt, origin, size, root: root.toString('base64'), note });
      await new Promise<void>((resolve, reject) => {
        stream.write(message, (error) => (error ? reject(error) : resolve()));
      });
      return '';
    },
    recall: () => Promise.resolve(undefined),
    close() {
      connection?.destroy();
    },
  };
}
