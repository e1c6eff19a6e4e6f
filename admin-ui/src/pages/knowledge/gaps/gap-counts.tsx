import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Gap } from '../../../data/gaps.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { gaps } from '../../../i18n/gaps.ts';
import { useFormat } from '../../../i18n/use-format.ts';

const causes = ['declined', 'unsure', 'disliked'] as const satisfies readonly (keyof Gap['counts'])[];

/** How often it was asked in vain, by what came of it. */
export function GapCounts({ counts }: Pick<Gap, 'counts'>): ReactNode {
  const t = useTexts(gaps);
  const format = useFormat();
  return (
    <Group gap={4}>
      {causes
        .filter((cause) => counts[cause] > 0)
        .map((cause) => (
          <Badge key={cause} variant="light" tt="none" fw={500}>
            {t.counts[cause](format.number(counts[cause]))}
          </Badge>
        ))}
    </Group>
  );
}
