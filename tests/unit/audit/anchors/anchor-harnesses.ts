import { join } from 'node:path';
import type { AnchorSetting } from '../../../../server/domain/anchor-policy.ts';
import type { Disposal } from '../../../../server/util/disposal.ts';
import type { GrowingTree } from './growing-tree.ts';
import { startAuthority } from './test-authority.ts';
import { startCollector } from './test-collector.ts';
import { startWitness } from './test-witness.ts';

/** An anchor with the real thing behind it. */
export interface Harness {
  readonly kind: AnchorSetting['kind'];
  /** Whether it can say what it holds. */
  readonly recalls: boolean;
  readonly start: (dir: string, tree: GrowingTree, disposal: Disposal) => Promise<AnchorSetting>;
}

/** Every kind of anchor. */
export const harnesses: readonly Harness[] = [
  {
    kind: 'file',
    recalls: true,
    start: (dir) =>
      Promise.resolve({ kind: 'file', name: 'one', path: join(dir, 'anchor'), everySeconds: 1 }),
  },
  {
    kind: 'syslog',
    recalls: false,
    async start(folder, _, disposal) {
      const { port, ca } = disposal.use(await startCollector(folder));
      return { kind: 'syslog', name: 'one', host: 'localhost', port, ca, everySeconds: 1 };
    },
  },
  {
    kind: 'stamp',
    recalls: false,
    async start(folder, _, disposal) {
      const { url, certificate } = disposal.use(await startAuthority(folder));
      return { kind: 'stamp', name: 'one', url, certificate, everySeconds: 1 };
    },
  },
  {
    kind: 'witness',
    recalls: true,
    async start(dir, tree, disposal) {
      const { url, key } = disposal.use(await startWitness(dir, tree.keys));
      return { kind: 'witness', name: 'one', url, key, everySeconds: 1 };
    },
  },
];
