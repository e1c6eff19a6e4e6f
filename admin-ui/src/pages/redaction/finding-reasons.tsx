import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Finding } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';

interface FindingReasonsProps {
  readonly text: string;
  readonly finding: Finding;
}

/** Why a value was found, as far as the detectors know it. */
export function FindingReasons({ text, finding: { reason, rule } }: FindingReasonsProps): ReactNode {
  const t = useTexts(redaction);
  const check = reason.validator ?? rule;
  const why = {
    rule: reason.unverified === true ? t.reasons.unverified : t.reasons.rule(check),
    repeated: t.reasons.repeated,
    encoded: t.reasons.encoded(check),
  };
  return (
    <>
      <Text size="sm">{why[reason.kind]}</Text>
      {reason.word !== undefined && (
        <Text size="sm" c="dimmed">
          {t.reasons.word(text.slice(reason.word.start, reason.word.end))}
        </Text>
      )}
    </>
  );
}
