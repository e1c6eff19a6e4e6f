import type { Classification, NewCollection } from '../../../data/collections.ts';
import type { NewSource, Source, SourceSettings } from '../../../data/sources.ts';

type Reader = NonNullable<NewCollection['readers']>[number];

/** The form of a source: one field for each thing that some kind of place asks for. */
export interface SourceValues {
  readonly id: string;
  readonly name: string;
  readonly collection: string;
  readonly kind: Source['kind'];
  readonly path: string;
  readonly location: string;
  readonly branch: string;
  readonly folder: string;
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string;
  readonly url: string;
  readonly user: string;
  readonly secret: string;
  readonly intervalSeconds: number;
  readonly classification: Classification | '';
  readonly readers: Reader[];
  readonly owner: string;
}

export type PlaceField =
  | 'path'
  | 'location'
  | 'branch'
  | 'folder'
  | 'endpoint'
  | 'bucket'
  | 'prefix'
  | 'region'
  | 'url';

/** The fields of each kind of place, in order; those that may be empty are in `optionalFields`. */
export const placeFields: Readonly<Record<Source['kind'], readonly PlaceField[]>> = {
  folder: ['path'],
  git: ['location', 'branch', 'folder'],
  s3: ['endpoint', 'bucket', 'prefix', 'region'],
  webdav: ['url'],
  sitemap: ['url'],
};

export const optionalFields: ReadonlySet<PlaceField> = new Set(['folder', 'prefix']);

/** Seconds between two looks unless somebody says otherwise. */
export function usualInterval(kind: Source['kind']): number {
  return kind === 'folder' ? 30 : 300;
}

const empty: SourceValues = {
  id: '',
  name: '',
  collection: '',
  kind: 'folder',
  path: '',
  location: '',
  branch: 'main',
  folder: '',
  endpoint: '',
  bucket: '',
  prefix: '',
  region: 'us-east-1',
  url: '',
  user: '',
  secret: '',
  intervalSeconds: usualInterval('folder'),
  classification: '',
  readers: [],
  owner: '',
};

export function emptyValues(): SourceValues {
  return empty;
}

export function valuesOf(source: Source): SourceValues {
  const { id, name, collection, kind, settings, intervalSeconds, defaults } = source;
  const { classification = '', readers = [], owner = '' } = defaults;
  return {
    ...empty,
    id,
    name,
    collection,
    ...settings,
    kind,
    intervalSeconds,
    classification,
    readers: [...readers],
    owner,
  };
}

export function settingsOf(values: SourceValues): SourceSettings {
  switch (values.kind) {
    case 'folder':
      return { kind: 'folder', path: values.path.trim() };
    case 'git':
      return {
        kind: 'git',
        location: values.location.trim(),
        branch: values.branch.trim(),
        ...(values.folder.trim() === '' ? {} : { folder: values.folder.trim() }),
      };
    case 's3':
      return {
        kind: 's3',
        endpoint: values.endpoint.trim(),
        bucket: values.bucket.trim(),
        region: values.region.trim(),
        ...(values.prefix.trim() === '' ? {} : { prefix: values.prefix.trim() }),
      };
    case 'webdav':
    case 'sitemap':
      return { kind: values.kind, url: values.url.trim() };
    default:
      return values.kind satisfies never;
  }
}

/** Nothing when nothing was typed: then what is stored stays. */
export function credentialsOf({ user, secret }: SourceValues): Pick<NewSource, 'credentials'> {
  return secret === '' ? {} : { credentials: { user: user.trim(), secret } };
}

export function defaultsOf({
  classification,
  readers,
  owner,
}: SourceValues): NonNullable<NewSource['defaults']> {
  return {
    ...(classification === '' ? {} : { classification }),
    ...(readers.length === 0 ? {} : { readers }),
    ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
  };
}
