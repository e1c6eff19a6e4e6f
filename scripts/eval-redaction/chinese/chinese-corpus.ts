import type { LabelledText } from '../data-sets.ts';
import { chatTemplates } from './chat-templates.ts';
import { makeValue } from './chinese-values-made.ts';
import { chatDistractors, formalDistractors } from './distractors.ts';
import { formalTemplates } from './formal-templates.ts';
import { createPick, type Pick } from './random-pick.ts';

/** `development` may be looked at; `held-out` is only counted. */
export type Half = 'development' | 'held-out';

/** Formal Chinese texts with known values, `count` of them, the same for the same seed. */
export function makeFormalTexts(seed: number, half: Half, count: number): readonly LabelledText[] {
  const pick = createPick(seed);
  const templates = Object.values(formalTemplates).flatMap((lines) => halfOf(lines, half));
  return Array.from({ length: count }, (_, index) => {
    const template = templates[index % templates.length] ?? '';
    const before = pick.chance(0.3) ? pick.one(formalDistractors) : '';
    const after = pick.chance(0.4) ? pick.one(formalDistractors) : '';
    const joint = after === '' || /[。！；|\n]$/.test(template) ? '' : '。';
    return fill(`${before}${template}${joint}${after}`, pick);
  });
}

/** Chat messages with known values. */
export function makeChatTexts(seed: number, half: Half, count: number): readonly LabelledText[] {
  const pick = createPick(seed);
  const templates = halfOf(chatTemplates, half);
  return Array.from({ length: count }, (_, index) => {
    const template = templates[index % templates.length] ?? '';
    const joint = pick.one([' ', '，', '\n', '~ ', '。']);
    const before = pick.chance(0.2) ? pick.one(chatDistractors) + joint : '';
    const after = pick.chance(0.3) ? joint + pick.one(chatDistractors) : '';
    return fill(`${before}${template}${after}`, pick);
  });
}

function halfOf(lines: readonly string[], half: Half): readonly string[] {
  return lines.filter((_, index) => (index % 2 === 0) === (half === 'development'));
}

/** The same place holder stands for the same value throughout a text. */
function fill(template: string, pick: Pick): LabelledText {
  const values = new Map<string, ReturnType<typeof makeValue>>();
  const gold: LabelledText['gold'][number][] = [];
  let text = '';
  let last = 0;
  for (const match of template.matchAll(/\{([a-z]+\d*)\}/g)) {
    const slot = match[1] ?? '';
    const value = values.get(slot) ?? makeValue(slot, pick);
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
