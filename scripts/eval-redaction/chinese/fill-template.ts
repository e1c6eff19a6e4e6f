import type { LabelledText } from '../data-sets.ts';
import type { MadeValue } from './chinese-values-made.ts';

/** Fills `{slot}` and `{slot2}` of a template. The same place holder stands for the same value throughout a text. */
export function fillTemplate(template: string, make: (slot: string) => MadeValue): LabelledText {
  const values = new Map<string, MadeValue>();
  const gold: LabelledText['gold'][number][] = [];
  let text = '';
  let last = 0;
  for (const match of template.matchAll(/\{([a-z]+\d*)\}/g)) {
    const slot = match[1] ?? '';
    const value = values.get(slot) ?? make(slot);
    values.set(slot, value);
    text += template.slice(last, match.index);
    const start = text.length;
    text += value.text;
    if (value.types.length > 0)
      gold.push({ name: value.types[0] ?? '', types: value.types, start, end: text.length });
    last = match.index + match[0].length;
  }
  return { text: text + template.slice(last), group: '-', types: [], gold };
}
