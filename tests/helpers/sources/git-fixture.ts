import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { holdsBasic, listenLocally, type LocalServer } from './local-server.ts';
import { fixtureDeps, type SourceFixture } from './source-fixture.ts';

const credentials = { user: 'reader', secret: 'git-token' } as const;
const exec = promisify(execFile);
const identity = {
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.org',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.org',
  GIT_CONFIG_NOSYSTEM: '1',
} as const;

/** A repository with a branch `main` that begins with an empty commit. */
async function createRepository(root: string) {
  const work = join(root, 'handbook');
  const git = async (...args: string[]): Promise<string> =>
    (await exec('git', args, { cwd: work, env: { ...process.env, ...identity, HOME: root } })).stdout.trim();
  await mkdir(work);
  await git('init', '--quiet', '--initial-branch=main');
  await git('config', 'core.quotePath', 'false');
  await git('commit', '--quiet', '--allow-empty', '--message=Begin');
  const commit = async (): Promise<void> => {
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message=Change');
  };
  return { work, git, commit };
}

/** A repository served by Git's own smart HTTP server, which asks for a password. */
export async function openGitFixture(): Promise<SourceFixture> {
  const { root, repository, changes } = await openRepository();
  const server = await serve(root);
  return {
    ...changes,
    settings: { kind: 'git', location: `${server.url}/handbook/.git`, branch: 'main' },
    nowhere: { kind: 'git', location: `${server.url}/missing/.git`, branch: 'main' },
    credentials,
    deps: fixtureDeps({ port: server.port, cacheDir: join(root, 'cache') }),
    keepsListed: true,
    putHostile: () => putHostileTree(repository),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The same repository, read where it lies. */
export async function openLocalGitFixture(): Promise<SourceFixture> {
  const { root, repository, changes } = await openRepository();
  return {
    ...changes,
    settings: { kind: 'git', location: repository.work, branch: 'main' },
    nowhere: { kind: 'git', location: join(root, 'missing'), branch: 'main' },
    deps: fixtureDeps({ roots: [root] }),
    keepsListed: true,
    putHostile: () => putHostileTree(repository),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

async function openRepository() {
  const root = await mkdtemp(join(tmpdir(), 'intramura-git-'));
  const repository = await createRepository(root);
  const { work, commit } = repository;
  const changes: Pick<SourceFixture, 'put' | 'remove' | 'rename'> = {
    async put(path, contents) {
      await mkdir(dirname(join(work, path)), { recursive: true });
      await writeFile(join(work, path), contents);
      await commit();
    },
    async remove(path) {
      await rm(join(work, path));
      await commit();
    },
    async rename(from, to) {
      await rename(join(work, from), join(work, to));
      await commit();
    },
  };
  return { root, repository, changes };
}

type Repository = Awaited<ReturnType<typeof createRepository>>;

/** A tree that Git itself would not make: written as raw bytes, as somebody hostile would. */
async function putHostileTree({ work, git }: Repository): Promise<void> {
  await writeFile(join(work, 'hostile.md'), '# Hostile\n');
  const blob = Buffer.from(await git('hash-object', '-w', 'hostile.md'), 'hex');
  const entry = (name: string): Buffer => Buffer.concat([Buffer.from(`100644 ${name}\0`), blob]);
  const inner = join(work, '.git', 'hostile-tree');
  await writeFile(inner, Buffer.concat([entry('../../out.md'), entry('/etc/out.md')]));
  const tree = await git('hash-object', '-w', '-t', 'tree', '--literally', inner);
  const kept = (await git('ls-tree', 'HEAD')).split('\n').filter((line) => line !== '');
  const outer = kept.map((line) => {
    const [mode = '', , id = '', name = ''] = line.split(/[ \t]/);
    return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
  });
  outer.push(Buffer.concat([Buffer.from('40000 zz\0'), Buffer.from(tree, 'hex')]));
  await writeFile(inner, Buffer.concat(outer));
  const top = await git('hash-object', '-w', '-t', 'tree', '--literally', inner);
  const commit = await git('commit-tree', top, '-p', 'HEAD', '-m', 'Hostile');
  await git('update-ref', 'refs/heads/main', commit);
}

function serve(root: string): Promise<LocalServer> {
  return listenLocally((request, response) => {
    if (holdsBasic(request, response, credentials)) runBackend(root, request, response);
  });
}

/** Git's server as a CGI program (RFC 3875). */
function runBackend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      REMOTE_USER: credentials.user,
    },
  });
  request.pipe(backend.stdin);
  const pieces: Buffer[] = [];
  backend.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  backend.on('close', () => {
    const reply = Buffer.concat(pieces);
    const end = reply.indexOf('\r\n\r\n');
    const lines = reply.subarray(0, end).toString('latin1').split('\r\n');
    const headers = lines.map((line) => line.split(/: (.*)/s, 2));
    const status = headers.find(([name]) => name?.toLowerCase() === 'status')?.[1];
    response.writeHead(status === undefined ? 200 : Number.parseInt(status, 10));
    response.end(reply.subarray(end + 4));
  });
}
