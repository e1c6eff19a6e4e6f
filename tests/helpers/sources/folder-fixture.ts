import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fixtureDeps, type SourceFixture } from './source-fixture.ts';

export interface FolderFixture extends SourceFixture {
  readonly folder: string;
}

export async function openFolderFixture(): Promise<FolderFixture> {
  const root = await mkdtemp(join(tmpdir(), 'intramura-folder-'));
  const folder = join(root, 'watched');
  await mkdir(folder);
  await writeFile(join(root, 'secret.md'), '# Secret\n');
  const put = async (path: string, contents: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  };
  return {
    folder,
    settings: { kind: 'folder', path: folder },
    nowhere: { kind: 'folder', path: join(folder, 'missing') },
    deps: fixtureDeps({ roots: [folder] }),
    keepsListed: false,
    put,
    remove: (path) => rm(join(folder, path)),
    rename: (from, to) => rename(join(folder, from), join(folder, to)),
    async putHostile() {
      await symlink(join(root, 'secret.md'), join(folder, 'out.md'));
      await symlink(root, join(folder, 'up'));
      await symlink('/etc/passwd', join(folder, 'passwd.md'));
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
