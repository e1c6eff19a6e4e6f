/** Text that grows while an answer streams. Those who watch it hear of it once per frame, however many pieces came. */
export interface LiveText {
  readonly read: () => string;
  /** Returns what ends the watching. */
  readonly watch: (changed: () => void) => () => void;
  readonly push: (piece: string) => void;
}

/** `nextFrame` runs a task before the browser paints again: `requestAnimationFrame`. */
export function createLiveText(nextFrame: (task: () => void) => unknown): LiveText {
  const watchers = new Set<() => void>();
  let shown = '';
  let arrived = '';
  let scheduled = false;
  const show = (): void => {
    scheduled = false;
    shown = arrived;
    for (const changed of watchers) changed();
  };
  return {
    read: () => shown,
    watch(changed) {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
    push(piece) {
      arrived += piece;
      if (scheduled) return;
      scheduled = true;
      nextFrame(show);
    },
  };
}
