import { Anchor, Group, Stack, Text } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type CollectionDetail, useCollection } from '../../data/collections.ts';
import { useUploads } from '../../data/uploads.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ClassificationBadge } from './classification-badge.tsx';
import { CollectionMenu } from './collection-menu.tsx';
import { DocumentList } from './document-list.tsx';
import { DropArea } from './drop-area.tsx';
import { ReaderList } from './reader-list.tsx';
import { UploadButton } from './upload-button.tsx';
import { UploadPanel } from './upload-panel.tsx';

const route = getRouteApi('/frame/knowledge/$collectionId');

/** One collection: its documents, and what is being added to them. */
export function CollectionPage(): ReactNode {
  const { collectionId } = route.useParams();
  return (
    <QueryView query={useCollection(collectionId)}>
      {(detail) => <LoadedCollection key={collectionId} detail={detail} />}
    </QueryView>
  );
}

function LoadedCollection({ detail: { collection } }: { readonly detail: CollectionDetail }): ReactNode {
  const t = useTexts(knowledge);
  const navigate = useNavigate();
  const { id, may } = collection;
  const uploads = useUploads(id);
  return (
    <Page
      title={collection.name}
      actions={
        <>
          {may.addDocuments && <UploadButton onFiles={uploads.add} />}
          {(may.update || may.delete) && (
            <CollectionMenu collection={collection} onRemoved={() => void navigate({ to: '/knowledge' })} />
          )}
        </>
      }
      below={<CollectionFacts collection={collection} />}
    >
      <Stack>
        {may.addDocuments && <UploadPanel collection={id} uploads={uploads} />}
        {may.read ? (
          <DocumentList collection={collection} onFiles={uploads.add} />
        ) : (
          <Text c="dimmed">{t.mayNotRead}</Text>
        )}
      </Stack>
      <DropArea enabled={may.addDocuments} onFiles={uploads.add} />
    </Page>
  );
}

function CollectionFacts({ collection }: Pick<CollectionDetail, 'collection'>): ReactNode {
  const t = useTexts(knowledge);
  const format = useFormat();
  const { classification, readers, masking, counts } = collection;
  return (
    <Group gap="lg">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/knowledge" />}>
        {t.title}
      </Anchor>
      <ClassificationBadge classification={classification} />
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          {t.readers}
        </Text>
        <ReaderList classification={classification} readers={readers} />
      </Group>
      {masking === 'in-store' && (
        <Text size="sm" c="dimmed">
          {t.maskedInStore}
        </Text>
      )}
      {counts !== undefined && (
        <Text size="sm" c="dimmed">
          {`${t.chunks} ${format.number(counts.chunks)} · ${t.size} ${format.bytes(counts.bytes)}`}
        </Text>
      )}
    </Group>
  );
}
