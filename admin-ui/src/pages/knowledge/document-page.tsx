import { Anchor, Button, Group } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type DocumentDetail, originalAddress, useDocument } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { DocumentFacts } from './document-facts.tsx';
import { DocumentText } from './document-text.tsx';
import classes from './document-page.module.css';
import { EditDocument } from './edit-document.tsx';
import { useDeleteDocuments } from './use-delete-documents.tsx';
import { VersionText } from './version-text.tsx';

const route = getRouteApi('/frame/knowledge/documents/$documentId');

/** A document as it is read for answers, opened where a link points. */
export function DocumentPage(): ReactNode {
  const { documentId } = route.useParams();
  return (
    <QueryView query={useDocument(documentId)}>{(detail) => <LoadedDocument detail={detail} />}</QueryView>
  );
}

function LoadedDocument({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const t = useTexts(documents);
  const address = route.useSearch();
  return (
    <Page
      title={detail.title}
      actions={<DocumentActions detail={detail} />}
      below={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/knowledge/$collectionId" params={{ collectionId: detail.collection }} />
          )}
        >
          {t.back}
        </Anchor>
      }
    >
      <div className={classes['columns']}>
        <DocumentFacts detail={detail} />
        {address.version === undefined ? (
          <DocumentText id={detail.id} address={address} />
        ) : (
          <VersionText id={detail.id} version={address.version} address={address} />
        )}
      </div>
    </Page>
  );
}

function DocumentActions({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const t = useTexts(documents);
  const navigate = useNavigate();
  const { id, title, collection } = detail;
  const remove = useDeleteDocuments(
    collection,
    () => void navigate({ to: '/knowledge/$collectionId', params: { collectionId: collection } }),
  );
  return (
    <Group gap="xs">
      <Button
        component="a"
        href={originalAddress(id)}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t.original}
      </Button>
      {detail.may.update && <EditDocument detail={detail} />}
      {detail.may.delete && (
        <Button
          variant="default"
          c="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => remove([id], title)}
        >
          {t.remove}
        </Button>
      )}
    </Group>
  );
}
