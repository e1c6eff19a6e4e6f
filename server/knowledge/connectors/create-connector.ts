import type { Egress } from '../../egress/egress.ts';
import type { Clock } from '../../util/clock.ts';
import type { FolderAccess } from './allowed-folder.ts';
import type { Connector, ConnectorLimits } from './connector.ts';
import type { Credentials } from './credentials.ts';
import { createGitRepository } from './git-repository.ts';
import { guardConnector } from './guard-connector.ts';
import { createS3Bucket } from './s3-bucket.ts';
import { createSitemapSite } from './sitemap-site.ts';
import type { SourceSettings } from './source-settings.ts';
import { createWatchedFolder } from './watched-folder.ts';
import { createWebdavFolder } from './webdav-folder.ts';

export interface ConnectorDeps {
  readonly egress: Egress;
  readonly access: FolderAccess;
  readonly clock: Clock;
  readonly limits: ConnectorLimits;
  /** Where this source keeps a copy between runs, when its kind needs one. */
  readonly cacheDir: string;
  /** How long a file of a watched folder must have been left alone, in milliseconds; its own default when absent. */
  readonly settleMs?: number;
}

/** The connector of a source, with what holds for all of them around it. */
export function createConnector(
  settings: SourceSettings,
  credentials: Credentials | undefined,
  deps: ConnectorDeps,
): Connector {
  return guardConnector(openConnector(settings, credentials, deps), deps.limits);
}

function openConnector(
  settings: SourceSettings,
  credentials: Credentials | undefined,
  { egress, access, clock, cacheDir, settleMs }: ConnectorDeps,
): Connector {
  const keyed = credentials === undefined ? {} : { credentials };
  switch (settings.kind) {
    case 'folder':
      return createWatchedFolder({
        folder: settings.path,
        access,
        clock,
        ...(settleMs === undefined ? {} : { settleMs }),
      });
    case 'git':
      return createGitRepository({ ...settings, ...keyed, egress, access, cacheDir });
    case 's3':
      return createS3Bucket({ ...settings, ...keyed, egress });
    case 'webdav':
      return createWebdavFolder({ ...settings, ...keyed, egress });
    case 'sitemap':
      return createSitemapSite({ ...settings, ...keyed, egress });
    default:
      return settings satisfies never;
  }
}
