import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Tier } from '../../data/mask-rules.ts';
import { coverage } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';

export function TierBadge({ tier }: { readonly tier: Tier }): ReactNode {
  const t = useTexts(coverage);
  return (
    <Tooltip label={t.tierHints[tier]}>
      <Badge variant="default" tt="none" fw={500} miw="max-content">
        {t.tiers[tier]}
      </Badge>
    </Tooltip>
  );
}
