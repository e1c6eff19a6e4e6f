/**
 * What the index is about. `ready`: it holds what the database holds. `repairing`: what differs is being mended; what is
 * there is found meanwhile. `embedding`: another embedding model is in force, and a second index is being filled for it;
 * the first one answers until then.
 */
export const indexTasks = ['ready', 'repairing', 'embedding'] as const;

export interface IndexState {
  readonly task: (typeof indexTasks)[number];
  /** Chunks that are done, and that there are to do. Both 0 while nothing is to be done. */
  readonly done: number;
  readonly total: number;
}

export const readyState: IndexState = { task: 'ready', done: 0, total: 0 };
