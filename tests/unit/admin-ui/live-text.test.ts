import { describe, expect, it } from 'vitest';
import { createLiveText } from '../../../admin-ui/src/pages/assistant/live-text.ts';

describe('live text', () => {
  it('tells of many pieces once per frame', () => {
    const frames: (() => void)[] = [];
    const live = createLiveText((task) => frames.push(task));
    let heard = 0;
    live.watch(() => {
      heard += 1;
    });
    for (const piece of ['a', 'b', 'c']) live.push(piece);
    expect([live.read(), heard, frames.length]).toEqual(['', 0, 1]);
    frames[0]?.();
    expect([live.read(), heard]).toEqual(['abc', 1]);
    live.push('d');
    frames[1]?.();
    expect([live.read(), heard]).toEqual(['abcd', 2]);
  });

  it('tells no more to who stopped watching', () => {
    const live = createLiveText((task) => task());
    let heard = 0;
    const end = live.watch(() => {
      heard += 1;
    });
    live.push('a');
    end();
    live.push('b');
    expect(heard).toBe(1);
  });
});
