import { Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/use-format.ts';

interface TimestampProps {
  /** RFC 3339. */
  readonly at: string;
  /** `ago`: how long since; `time`: day and minute. */
  readonly as?: 'ago' | 'time';
}

const DAY_MS = 86_400_000;

/** A time in the person's zone; the exact value is shown on hover and focus. */
export function Timestamp({ at, as = 'ago' }: TimestampProps): ReactNode {
  const format = useFormat();
  const moment = new Date(at);
  const now = new Date();
  const recent = Math.abs(now.getTime() - moment.getTime()) < 7 * DAY_MS;
  return (
    <Tooltip label={format.exactTime(moment)} events={{ hover: true, focus: true, touch: true }}>
      <Text component="time" inherit dateTime={at} tabIndex={0}>
        {as === 'ago' && recent ? format.ago(moment, now) : format.time(moment)}
      </Text>
    </Tooltip>
  );
}
