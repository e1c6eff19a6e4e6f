import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DocumentDetail } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';

interface DocumentBadgesProps {
  readonly document: Pick<DocumentDetail, 'state' | 'flags' | 'readers' | 'classification'>;
  readonly isDuplicate: boolean;
}

/** What is special about a document: out of effect, flagged, repeated, or with access rules of its own. */
export function DocumentBadges({ document, isDuplicate }: DocumentBadgesProps): ReactNode {
  const t = useTexts(documentTexts);
  const { state, flags, readers, classification } = document;
  const hasOwnRules = readers !== undefined || classification !== undefined;
  if (state === 'current' && flags.length === 0 && !isDuplicate && !hasOwnRules) return null;
  return (
    <Group gap={4} mt={4}>
      {state !== 'current' && <Mark color="gray">{t.states[state]}</Mark>}
      {flags.map((flag) => (
        <Mark key={flag} color="red">
          {t.flagNames[flag]}
        </Mark>
      ))}
      {isDuplicate && <Mark color="yellow">{t.duplicate}</Mark>}
      {hasOwnRules && <Mark color="pine">{t.ownRules}</Mark>}
    </Group>
  );
}

function Mark({ color, children }: { readonly color: string; readonly children: ReactNode }): ReactNode {
  return (
    <Badge variant="light" size="sm" color={color} tt="none" fw={500}>
      {children}
    </Badge>
  );
}
