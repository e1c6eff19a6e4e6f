import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../../admin-ui/src/pages/assistant/markdown-blocks.ts';

describe('the blocks of an answer', () => {
  it('end at blank lines', () => {
    expect(splitBlocks('One.\nStill one.\n\n\nTwo.\n')).toEqual(['One.\nStill one.', 'Two.']);
  });

  it('do not end within a fence, whatever stands in it', () => {
    const code = '````\na\n\n```\n\nb\n````';
    expect(splitBlocks(`${code}\n\nAfter.`)).toEqual([code, 'After.']);
  });

  it('keep a loose list together, so that its numbers go on', () => {
    const list = '1. One\n\n2. Two\n\n   more of two\n\n3. Three';
    expect(splitBlocks(`${list}\n\nAfter.`)).toEqual([list, 'After.']);
  });

  it('stay as they are while the text grows, all but the last', () => {
    const part = fc.constantFrom('word ', '\n', '\n\n', '- item', '1. item', '```', '    code', '# Head');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.array(part, { maxLength: 10 }), (start, more) => {
        const before = splitBlocks(start.join(''));
        const after = splitBlocks([...start, ...more].join(''));
        expect(after.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1));
      }),
    );
  });
});
