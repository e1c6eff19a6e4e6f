import { Loader } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { AnswerMarkdown } from './answer-markdown.tsx';
import type { LiveText } from './live-text.ts';
import classes from './live-answer.module.css';

/** The answer as it comes. Only this part of the page hears of new text. Screen readers are told once it is whole. */
export function LiveAnswer({ live }: { readonly live: LiveText }): ReactNode {
  const t = useTexts(assistant);
  const text = useSyncExternalStore(live.watch, live.read);
  return (
    <div>
      {text !== '' && <AnswerMarkdown text={text} turn={undefined} />}
      <p className={classes['state']}>
        <Loader size="xs" type="dots" />
        {text === '' ? t.waiting : t.writing}
      </p>
    </div>
  );
}
