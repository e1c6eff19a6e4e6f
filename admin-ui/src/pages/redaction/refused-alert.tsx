import { Alert } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Finding } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useTypeName } from '../../state/use-type-name.ts';

/** Says that a question with this text would not be answered, where that is so. */
export function RefusedAlert({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const t = useTexts(redaction);
  const typeName = useTypeName();
  const refused = findings.filter(({ operator }) => operator === 'block');
  if (refused.length === 0) return null;
  const types = [...new Set(refused.map(({ type }) => typeName(type)))].join(' · ');
  return (
    <Alert color="red" icon={<IconBan />} title={t.refused} role="status">
      {t.refusedText(types)}
    </Alert>
  );
}
