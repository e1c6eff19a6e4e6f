import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Classification, classifications } from '../../data/collections.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';

const colors: Readonly<Record<Classification, string>> = {
  public: 'gray',
  internal: 'pine',
  confidential: 'yellow.9',
  restricted: 'red.9',
};

/** How sensitive a collection is; what follows from it on hover. An unknown classification is shown as it is. */
export function ClassificationBadge({ classification }: { readonly classification: string }): ReactNode {
  const t = useTexts(knowledge);
  const known = classifications.find((one) => one === classification);
  if (known === undefined) return <Badge variant="outline">{classification}</Badge>;
  return (
    <Tooltip label={t.classificationHints[known]} multiline maw={280}>
      <Badge variant="outline" color={colors[known]} tt="none" fw={500} miw="max-content">
        {t.classifications[known]}
      </Badge>
    </Tooltip>
  );
}
