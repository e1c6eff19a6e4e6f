import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Range, ranges } from '../data/time-range.ts';
import { useTexts } from '../i18n/define-texts.ts';
import { timeRange } from '../i18n/time-range.ts';

interface RangeChoiceProps {
  readonly range: Range;
  readonly onChange: (range: Range) => void;
}

/** The time that the figures of a page are about. */
export function RangeChoice({ range, onChange }: RangeChoiceProps): ReactNode {
  const t = useTexts(timeRange);
  return (
    <SegmentedControl
      aria-label={t.range}
      value={range}
      onChange={(next) => onChange(ranges.find((name) => name === next) ?? 'week')}
      data={ranges.map((name) => ({ value: name, label: t.ranges[name] }))}
    />
  );
}
