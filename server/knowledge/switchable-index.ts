import type { IndexStore } from './index-store.ts';

/** An index whose place another one can take. Who searches and writes notices nothing. */
export interface SwitchableIndex extends IndexStore {
  /** Puts another index in force and returns the former one, which its caller closes. */
  switchTo(next: IndexStore): IndexStore;
}

export function createSwitchableIndex(first: IndexStore): SwitchableIndex {
  let held = first;
  return {
    keys: () => held.keys(),
    vectors: (chunks) => held.vectors(chunks),
    count: (visible) => held.count(visible),
    add: (chunks) => held.add(chunks),
    replace: (chunks) => held.replace(chunks),
    removeChunks: (chunks) => held.removeChunks(chunks),
    removeDocument: (document) => held.removeDocument(document),
    keepVersion: (document, version) => held.keepVersion(document, version),
    removeCollection: (collection) => held.removeCollection(collection),
    searchText: (terms, visible, limit) => held.searchText(terms, visible, limit),
    searchVector: (vector, visible, limit) => held.searchVector(vector, visible, limit),
    maintain: () => held.maintain(),
    tidy: () => held.tidy(),
    isSound: () => held.isSound(),
    reset: () => held.reset(),
    close: () => held.close(),
    switchTo(next) {
      const former = held;
      held = next;
      return former;
    },
  };
}
