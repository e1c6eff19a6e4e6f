import { Button, Stack, Title, VisuallyHidden } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import type { Chunk } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { DocumentChunk } from './document-chunk.tsx';

interface PassagePage {
  readonly chunks: readonly Chunk[];
  readonly total: number;
}

interface PassagesProps {
  readonly query: UseInfiniteQueryResult<InfiniteData<PassagePage, number>>;
  /** Position of the passage that the link points at; undefined when there is none. */
  readonly at: number | undefined;
  readonly quote: string | undefined;
  /** What to know before reading. */
  readonly note: ReactNode;
}

/** Passages in reading order, from around the linked one, which is set apart. */
export function Passages({ query, at, quote, note }: PassagesProps): ReactNode {
  const t = useTexts(documents);
  return (
    <Stack component="section" aria-labelledby="text" gap="lg">
      <VisuallyHidden>
        <Title order={2} id="text">
          {t.text}
        </Title>
      </VisuallyHidden>
      {note}
      <QueryView query={query}>
        {({ pages }) => (
          <>
            {query.hasPreviousPage && (
              <MoreButton
                label={t.showEarlier}
                loading={query.isFetchingPreviousPage}
                onClick={() => void query.fetchPreviousPage()}
              />
            )}
            <PassageList
              chunks={pages.flatMap(({ chunks }) => chunks)}
              total={pages[0]?.total ?? 0}
              at={at}
              quote={quote}
            />
            {query.hasNextPage && (
              <MoreButton
                label={t.showLater}
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              />
            )}
          </>
        )}
      </QueryView>
    </Stack>
  );
}

function PassageList({
  chunks,
  total,
  at,
  quote,
}: PassagePage & Pick<PassagesProps, 'at' | 'quote'>): ReactNode {
  return chunks.map((chunk, index) => (
    <DocumentChunk
      key={chunk.id}
      chunk={chunk}
      total={total}
      heading={chunk.location !== chunks[index - 1]?.location}
      linked={chunk.position === at}
      quote={chunk.position === at ? quote : undefined}
    />
  ));
}

interface MoreButtonProps {
  readonly label: string;
  readonly loading: boolean;
  readonly onClick: () => void;
}

function MoreButton(props: MoreButtonProps): ReactNode {
  return (
    <Button variant="default" loading={props.loading} onClick={props.onClick}>
      {props.label}
    </Button>
  );
}
