import { Alert, Button, Stack, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { type Chunk, type ChunkPlace, useChunks } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { DocumentChunk } from './document-chunk.tsx';

interface DocumentTextProps {
  readonly id: string;
  /** Position of the passage that the link points at; undefined when there is none. */
  readonly at: number | undefined;
  readonly address: ChunkPlace;
}

/** The passages of a document in reading order, from around the linked one. */
export function DocumentText({ id, at, address }: DocumentTextProps): ReactNode {
  const t = useTexts(documents);
  const chunks = useChunks(id, at ?? 0);
  const lost = at === undefined && (address.chunk !== undefined || address.quote !== undefined);
  return (
    <Stack component="section" aria-labelledby="text" gap="lg">
      <VisuallyHidden>
        <Title order={2} id="text">
          {t.text}
        </Title>
      </VisuallyHidden>
      {lost && <Alert color="yellow">{t.replaced}</Alert>}
      <QueryView query={chunks}>
        {({ pages }) => (
          <>
            {chunks.hasPreviousPage && (
              <MoreButton
                label={t.showEarlier}
                loading={chunks.isFetchingPreviousPage}
                onClick={() => void chunks.fetchPreviousPage()}
              />
            )}
            <ChunkList
              chunks={pages.flatMap((page) => page.chunks)}
              total={pages[0]?.total ?? 0}
              at={at}
              quote={address.quote}
            />
            {chunks.hasNextPage && (
              <MoreButton
                label={t.showLater}
                loading={chunks.isFetchingNextPage}
                onClick={() => void chunks.fetchNextPage()}
              />
            )}
          </>
        )}
      </QueryView>
    </Stack>
  );
}

interface ChunkListProps {
  readonly chunks: readonly Chunk[];
  readonly total: number;
  readonly at: number | undefined;
  readonly quote: string | undefined;
}

function ChunkList({ chunks, total, at, quote }: ChunkListProps): ReactNode {
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
