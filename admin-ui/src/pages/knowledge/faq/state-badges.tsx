import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';

type State = keyof (typeof faq)['en']['states'];

/** What goes out is filled; what waits for somebody is in a colour; the rest is plain. */
const looks: Readonly<Record<State, { readonly variant: string; readonly color?: string }>> = {
  approved: { variant: 'filled' },
  'in-review': { variant: 'light', color: 'yellow' },
  draft: { variant: 'light' },
  expired: { variant: 'light', color: 'red' },
  retired: { variant: 'default' },
  replaced: { variant: 'default' },
};

export function StateBadges({ states }: { readonly states: readonly State[] }): ReactNode {
  const t = useTexts(faq);
  return (
    <Group gap={4}>
      {states.map((state) => (
        <Badge key={state} tt="none" fw={500} {...looks[state]}>
          {t.states[state]}
        </Badge>
      ))}
    </Group>
  );
}
