import { Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { markSpans, type MarkedSpan } from './mask-marks.ts';
import classes from './mask-field.module.css';

interface MaskFieldProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  /** The text that was checked last, and what will be masked in it. */
  readonly checked: string;
  readonly spans: readonly MarkedSpan[];
  readonly onChange: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The question box. Behind its text lies the same text with marks on what will be masked. */
export function MaskField({ box, value, checked, spans, onChange, onKeyDown }: MaskFieldProps): ReactNode {
  const t = useTexts(assistant);
  const marks = useRef<HTMLDivElement>(null);
  const follow = (): void => {
    if (marks.current !== null && box.current !== null) marks.current.scrollTop = box.current.scrollTop;
  };
  return (
    <div className={classes['field']}>
      <div ref={marks} className={classes['marks']} aria-hidden>
        {markSpans(value, checked, spans).map(({ text, type }, place) =>
          type === undefined ? text : <mark key={place}>{text}</mark>,
        )}
        {/* A line break at the end has height only when something follows. */}
        {'\u200b'}
      </div>
      <Textarea
        ref={box}
        variant="unstyled"
        aria-label={t.question}
        aria-describedby="ask-hint mask-summary"
        placeholder={t.placeholder}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={32_000}
        enterKeyHint="send"
        value={value}
        classNames={{ input: classes['input'] ?? '' }}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onScroll={follow}
      />
    </div>
  );
}
