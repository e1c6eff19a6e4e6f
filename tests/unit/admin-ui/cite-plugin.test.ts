import { describe, expect, it } from 'vitest';
import { citeElements } from '../../../admin-ui/src/pages/assistant/cite-plugin.ts';

const text = (value: string): { type: 'text'; value: string } => ({ type: 'text', value });

describe('citations in a rendered answer', () => {
  it('become elements, at any depth, but not in code', () => {
    const code = { type: 'element' as const, tagName: 'code', properties: {}, children: [text('a[1]')] };
    const strong = {
      type: 'element' as const,
      tagName: 'strong',
      properties: {},
      children: [text('so [2]')],
    };
    const tree = { type: 'root' as const, children: [text('Yes [1]. ⚠'), code, strong] };
    citeElements()(tree);
    const mark = (value: string, tagName = 'sup'): object => ({
      type: 'element',
      tagName,
      properties: {},
      children: [text(value)],
    });
    expect(tree.children).toEqual([
      text('Yes '),
      mark('1'),
      text('. '),
      mark('⚠', 'abbr'),
      code,
      { ...strong, children: [text('so '), mark('2')] },
    ]);
    expect(code.children).toEqual([text('a[1]')]);
  });
});
