import type { LabelledText } from '../data-sets.ts';
import { chatTemplates } from './chat-templates.ts';
import { makeValue } from './chinese-values-made.ts';
import { fillTemplate } from './fill-template.ts';
import { chatDistractors, formalDistractors } from './distractors.ts';
import { formalTemplates } from './formal-templates.ts';
import { createPick } from './random-pick.ts';

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
    return fillTemplate(`${before}${template}${joint}${after}`, (slot) => makeValue(slot, pick));
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
    return fillTemplate(`${before}${template}${after}`, (slot) => makeValue(slot, pick));
  });
}

/** Every other entry. */
export function halfOf<T>(lines: readonly T[], half: Half): readonly T[] {
  return lines.filter((_, index) => (index % 2 === 0) === (half === 'development'));
}
