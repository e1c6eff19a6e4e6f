import * as fs from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as git from 'isomorphic-git';
import type { Egress } from '../../egress/egress.ts';
import { type FolderAccess, resolveAllowedFolder } from './allowed-folder.ts';
import type { Connector, Listed } from './connector.ts';
import type { Credentials } from './credentials.ts';
import { showableName } from './item-path.ts';
import { bodyOf, limitBody } from './read-response.ts';
import { innerAppError, invalidSource, itemGone, statusError, unreachable } from './source-error.ts';

/** A fetch brings one pack; after this many the copy is made anew, without what is no longer needed. */
const MOST_PACKS = 50;
const MOST_PACK_BYTES = 1024 * 1024 * 1024;

export interface GitRepositoryOptions {
  /** An http or https URL, or the path of a repository of this machine. */
  readonly location: string;
  readonly branch: string;
  /** Only what lies in this folder of the repository; all when absent. */
  readonly folder?: string | undefined;
  readonly credentials?: Credentials;
  readonly egress: Egress;
  readonly access: FolderAccess;
  /** Where the copy of a remote repository is kept from one run to the next. */
  readonly cacheDir: string;
}

/** Files of the newest commit of a branch. Of a remote repository only that commit is fetched, and only when it is new. */
export function createGitRepository(options: GitRepositoryOptions): Connector {
  const folder = (options.folder ?? '').replace(/^\/+|\/+$/g, '');
  const isRemote = /^https?:/i.test(options.location);
  let held: Commit | undefined;
  const newest = async (signal: AbortSignal): Promise<Commit> => {
    held = await (isRemote ? fetchNewest(options, signal) : readNewest(options)).catch(
      asSourceError(options, signal),
    );
    return held;
  };
  return {
    async check(signal) {
      if (isRemote) await remoteHead(options, signal).catch(asSourceError(options, signal));
      else await newest(signal);
    },
    async *list(signal) {
      const commit = await newest(signal);
      const root = await readFolder(commit, folder).catch((error: unknown) => {
        throw invalidSource('The branch has no such folder. Correct the folder.', error);
      });
      yield* walk(commit, root, '', signal);
    },
    async open({ id }, { signal }) {
      const commit = held ?? (await newest(signal));
      const filepath = folder === '' ? id : `${folder}/${id}`;
      const { oid, blob } = await git.readBlob({ ...commit, filepath }).catch((error: unknown) => {
        throw itemGone(error);
      });
      return { revision: oid, bytes: piecesOf(blob) };
    },
  };
}

interface Commit {
  readonly fs: typeof fs;
  readonly gitdir: string;
  readonly oid: string;
  /** Of the library: what it has read of packs. */
  readonly cache: object;
}

type Tree = Awaited<ReturnType<typeof git.readTree>>['tree'];

async function readFolder(commit: Commit, filepath: string): Promise<Tree> {
  return (await git.readTree({ ...commit, ...(filepath === '' ? {} : { filepath }) })).tree;
}

async function* walk(
  commit: Commit,
  tree: Tree,
  parent: string,
  signal: AbortSignal,
): AsyncGenerator<Listed> {
  signal.throwIfAborted();
  for (const { path: name, oid, type, mode } of tree) {
    const path = parent === '' ? name : `${parent}/${name}`;
    // Links and submodules are left out: what they point to is elsewhere.
    if (type === 'blob' && mode !== '120000') yield { kind: 'item', item: { id: path, path, revision: oid } };
    else if (type === 'tree') yield* walkFolder({ ...commit, oid }, path, signal);
  }
}

/** Hostile input: the library refuses a folder that holds a name such as `../x`. The others are read all the same. */
async function* walkFolder(folder: Commit, path: string, signal: AbortSignal): AsyncGenerator<Listed> {
  let tree: Tree;
  try {
    tree = await readFolder(folder, '');
  } catch (error) {
    if (!(error instanceof git.Errors.UnsafeFilepathError)) throw error;
    const reason = 'The folder holds a name that leads out of the repository.';
    yield { kind: 'refused', id: showableName(path), code: 'ERR_SOURCE_ITEM_NAME', reason };
    return;
  }
  yield* walk(folder, tree, path, signal);
}

async function readNewest({ location, branch, access }: GitRepositoryOptions): Promise<Commit> {
  const root = await resolveAllowedFolder(location, access);
  const isBare = !fs.existsSync(join(root, '.git'));
  // A `.git` that points elsewhere must stay within the roots as well.
  const gitdir = isBare ? root : await resolveAllowedFolder(join(root, '.git'), access);
  return { fs, gitdir, oid: await git.resolveRef({ fs, gitdir, ref: `refs/heads/${branch}` }), cache: {} };
}

async function fetchNewest(options: GitRepositoryOptions, signal: AbortSignal): Promise<Commit> {
  const { location: url, branch, cacheDir: gitdir } = options;
  if ((await countPacks(gitdir)) > MOST_PACKS) await rm(gitdir, { recursive: true, force: true });
  await mkdir(gitdir, { recursive: true, mode: 0o700 });
  await git.init({ fs, gitdir, bare: true });
  await git.addRemote({ fs, gitdir, remote: 'origin', url, force: true });
  const { fetchHead } = await git.fetch({
    ...remoteOf(options, signal),
    fs,
    gitdir,
    url,
    ref: branch,
    remote: 'origin',
    singleBranch: true,
    depth: 1,
    tags: false,
  });
  if (fetchHead === null) throw noBranch();
  return { fs, gitdir, oid: fetchHead, cache: {} };
}

async function remoteHead(options: GitRepositoryOptions, signal: AbortSignal): Promise<void> {
  const prefix = `refs/heads/${options.branch}`;
  const refs = await git.listServerRefs({ ...remoteOf(options, signal), url: options.location, prefix });
  if (!refs.some(({ ref }) => ref === prefix)) throw noBranch();
}

type Remote = Pick<Parameters<typeof git.fetch>[0], 'http' | 'onAuth' | 'onAuthFailure'>;

function remoteOf({ egress, credentials }: GitRepositoryOptions, signal: AbortSignal): Remote {
  return {
    http: { request: (request) => send(egress, request, signal) },
    onAuth: () =>
      credentials === undefined
        ? { cancel: true }
        : { username: credentials.user, password: credentials.secret },
    onAuthFailure: () => ({ cancel: true }),
  };
}

async function send(
  egress: Egress,
  { url, method = 'GET', headers = {}, body }: git.GitHttpRequest,
  signal: AbortSignal,
): Promise<git.GitHttpResponse> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body ?? []) pieces.push(piece);
  const payload = pieces.length === 0 ? {} : { body: Buffer.concat(pieces) };
  const response = limitBody(
    await egress.fetch(url, { method, headers, signal, ...payload }),
    MOST_PACK_BYTES,
  );
  return {
    url,
    method,
    headers: Object.fromEntries(response.headers),
    body: bodyOf(response),
    statusCode: response.status,
    statusMessage: response.statusText,
  };
}

async function countPacks(gitdir: string): Promise<number> {
  const names = await readdir(join(gitdir, 'objects', 'pack')).catch(() => []);
  return names.filter((name) => name.endsWith('.pack')).length;
}

async function* piecesOf(blob: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(blob);
}

function noBranch(): Error {
  return invalidSource('The repository has no such branch. Correct the branch.');
}

function asSourceError(
  { location, credentials }: GitRepositoryOptions,
  signal: AbortSignal,
): (error: unknown) => never {
  const host = URL.canParse(location) ? new URL(location).host : 'The repository';
  return (error) => {
    if (signal.aborted) throw signal.reason;
    const own = innerAppError(error);
    if (own !== undefined) throw own;
    if (error instanceof git.Errors.UserCanceledError) throw statusError(401, host);
    if (error instanceof git.Errors.HttpError) throw statusError(error.data.statusCode, host);
    if (error instanceof git.Errors.NotFoundError) throw noBranch();
    throw unreachable(
      credentials === undefined ? `${host} gives an answer that is not Git's.` : `${host} cannot be read.`,
      error,
    );
  };
}
