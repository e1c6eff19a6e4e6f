import type { Operation } from './read-operations.ts';

export interface OperationGroup {
  readonly tag: string;
  readonly operations: readonly Operation[];
}

/** In the order in which the tags first appear. */
export function groupByTag(operations: readonly Operation[]): readonly OperationGroup[] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const group = groups.get(operation.tag);
    if (group === undefined) groups.set(operation.tag, [operation]);
    else group.push(operation);
  }
  return [...groups].map(([tag, members]) => ({ tag, operations: members }));
}

/** Operations in whose method, path, summary, tag or permission every word is found, whatever the case. */
export function findOperations(operations: readonly Operation[], query: string): readonly Operation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter(({ method, path, summary, tag, permission }) => {
    const text = `${method} ${path} ${summary} ${tag} ${permission}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Whether calling it changes something, so that trying it is not harmless. */
export function isChanging({ method, permission }: Operation): boolean {
  return method !== 'get' && !readingPosts.has(permission);
}

/** Permissions whose POST only computes something from its body. */
const readingPosts: ReadonlySet<string> = new Set([
  'chat:create',
  'embedding:create',
  'knowledge:search',
  'redaction:preview',
  'policy:decide',
  'audit:verify',
]);
