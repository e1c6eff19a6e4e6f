import type { LabelledText } from '../data-sets.ts';
import { type Half, halfOf } from './chinese-corpus.ts';
import { type MadeValue, makeValue } from './chinese-values-made.ts';
import { fillTemplate } from './fill-template.ts';
import { nearNames } from './near-names.ts';
import { createPick, type Pick } from './random-pick.ts';
import { makeVariedAddress, makeVariedChatAddress } from './varied-addresses-made.ts';
import { variedChatTemplates } from './varied-chat-templates.ts';
import { variedFormalTemplates } from './varied-formal-templates.ts';
import {
  makeNickname,
  makeSpacedName,
  makeVariedName,
  makeVariedTraditionalName,
} from './varied-names-made.ts';

type Register = 'formal' | 'chat';

/**
 * Texts of a second maker: other templates, more kinds of names and addresses. The halves share no template, no street
 * and no listed name. Beside every third text stands one that holds nothing to mask.
 */
export function makeVariedTexts(
  seed: number,
  register: Register,
  half: Half,
  count: number,
): readonly LabelledText[] {
  const pick = createPick(seed + 77);
  const templates = halfOf(register === 'formal' ? variedFormalTemplates : variedChatTemplates, half);
  const beside = halfOf(nearNames, half);
  return Array.from({ length: count }, (_, index) => {
    const template = templates[index % templates.length] ?? '';
    const joint = register === 'formal' ? '\n' : pick.one([' ', '，', '\n', '。']);
    const after = pick.chance(0.33) ? joint + pick.one(beside) : '';
    return fillTemplate(`${template}${after}`, (slot) => makeVariedValue(slot, register, half, pick));
  });
}

function makeVariedValue(slot: string, register: Register, half: Half, pick: Pick): MadeValue {
  switch (slot.replace(/\d$/, '')) {
    case 'name':
      return { text: makeVariedName(pick, half), types: ['CN_PERSON_NAME'] };
    case 'sname':
      return { text: makeSpacedName(pick), types: ['CN_PERSON_NAME'] };
    case 'tname':
      return { text: makeVariedTraditionalName(pick, half), types: ['CN_PERSON_NAME'] };
    case 'nick':
      return { text: makeNickname(pick, half), types: ['CN_PERSON_NAME'] };
    case 'addr': {
      const make = register === 'formal' ? makeVariedAddress : makeVariedChatAddress;
      return { text: make(pick, half), types: ['CN_ADDRESS'] };
    }
    default:
      return makeValue(slot, pick);
  }
}
