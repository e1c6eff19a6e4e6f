import { Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Chunk } from '../../data/documents.ts';
import { findQuote } from '../../data/find-quote.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './document-chunk.module.css';

interface DocumentChunkProps {
  readonly chunk: Chunk;
  readonly total: number;
  /** Whether its place in the document is another one than that of the passage before. */
  readonly heading: boolean;
  /** The link leads here: it is scrolled to and set apart. */
  readonly linked: boolean;
  readonly quote: string | undefined;
}

export function DocumentChunk({ chunk, total, heading, linked, quote }: DocumentChunkProps): ReactNode {
  const t = useTexts(documents);
  const format = useFormat();
  const { position, location, text } = chunk;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!linked) return;
    // The sentence itself where it is found: a passage can be longer than the window.
    (place.current?.querySelector('mark') ?? place.current)?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [linked]);
  const number = t.passage(format.number(position + 1), format.number(total));
  return (
    <article
      ref={place}
      className={classes['chunk']}
      data-linked={linked || undefined}
      aria-label={linked ? `${t.quoted}: ${number}` : number}
      tabIndex={linked ? -1 : undefined}
    >
      {heading && location !== '' && (
        <Title order={3} size="h4" mb={4}>
          {location}
        </Title>
      )}
      <Text className={classes['text'] ?? ''} component="div">
        <Quoted text={text} quote={quote} />
      </Text>
      <Text size="xs" c="dimmed" mt={4} aria-hidden>
        {number}
      </Text>
    </article>
  );
}

/** The text with the quoted sentence marked, where it stands in it. */
function Quoted({ text, quote }: { readonly text: string; readonly quote: string | undefined }): ReactNode {
  const found = quote === undefined ? undefined : findQuote(text, quote);
  if (found === undefined) return text;
  return (
    <>
      {text.slice(0, found.start)}
      <mark>{text.slice(found.start, found.end)}</mark>
      {text.slice(found.end)}
    </>
  );
}
