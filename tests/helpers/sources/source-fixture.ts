import type { ConnectorDeps } from '../../../server/knowledge/connectors/create-connector.ts';
import type { Credentials } from '../../../server/knowledge/connectors/credentials.ts';
import type { SourceSettings } from '../../../server/knowledge/connectors/source-settings.ts';
import { createEgress } from '../../../server/egress/egress.ts';
import { systemClock } from '../../../server/util/clock.ts';

/** A place that documents come from, for one test: empty at first, gone when disposed. */
export interface SourceFixture extends AsyncDisposable {
  readonly settings: SourceSettings;
  /** What the place asks for; absent where it asks for nothing. */
  readonly credentials?: Credentials;
  readonly deps: Pick<ConnectorDeps, 'egress' | 'access' | 'cacheDir'>;
  /** The same kind of place where nothing answers. */
  readonly nowhere: SourceSettings;
  /** Whether what was listed can still be read when it has been removed since. */
  readonly keepsListed: boolean;
  put(path: string, contents: string | Buffer): Promise<void>;
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Puts something there whose name leads out of the place. */
  putHostile(): Promise<void>;
}

export interface FixtureDeps {
  /** Listed in policies/egress.yaml: as in `parseEgressRule`. */
  readonly port?: number;
  readonly roots?: readonly string[];
  readonly cacheDir?: string;
}

/** What a connector of a test works with: this machine at one port, and these folders. */
export function fixtureDeps({ port, roots = [], cacheDir = '' }: FixtureDeps): SourceFixture['deps'] {
  return {
    egress: createEgress({ allow: port === undefined ? [] : [{ host: '127.0.0.1', port }] }),
    access: { roots, closed: [] },
    cacheDir,
  };
}

export const connectorDefaults = {
  clock: systemClock,
  limits: { maxItemBytes: 1_000_000, maxItems: 1000 },
  settleMs: 0,
} as const;
