import { systemRandom } from '../../../server/util/random.ts';
import { type MaskProfile } from '../../../server/redaction/mask-profile.ts';
import { createRedactor, type Redactor } from '../../../server/redaction/redactor.ts';
import { tiers } from '../../../server/redaction/entity-type.ts';

/** A profile that masks every type. */
export const everything: MaskProfile = {
  name: 'baseline',
  title: 'Everything',
  tiers,
  include: [],
  exclude: [],
  operators: [],
  disabledRules: [],
};

export function createEverythingRedactor(): Redactor {
  return createRedactor({ profiles: [everything], random: systemRandom });
}

/** A text whose value stands between ⟦ and ⟧. */
export function readMarked(marked: string): { readonly text: string; readonly value: string } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧');
  return { text: marked.replace(/[⟦⟧]/g, ''), value: marked.slice(start + 1, end) };
}
