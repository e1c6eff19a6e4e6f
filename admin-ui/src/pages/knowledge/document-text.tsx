import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { type ChunkPlace, useChunkPlace, useChunks } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';
import { documents } from '../../i18n/documents.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Passages } from './passages.tsx';

interface DocumentTextProps {
  readonly id: string;
  /** Where the link points. */
  readonly address: ChunkPlace;
}

/** The version in effect, opened where the link points. */
export function DocumentText({ id, address }: DocumentTextProps): ReactNode {
  return (
    <QueryView query={useChunkPlace(id, address)}>
      {({ at, inVersion }) => (
        <TextAround
          key={`${id} ${address.chunk} ${address.quote}`}
          id={id}
          at={at}
          inVersion={inVersion}
          address={address}
        />
      )}
    </QueryView>
  );
}

interface TextAroundProps extends DocumentTextProps {
  readonly at: number | undefined;
  /** The replaced version that holds the linked passage. */
  readonly inVersion: number | undefined;
}

function TextAround({ id, at, inVersion, address }: TextAroundProps): ReactNode {
  const t = useTexts(documents);
  const { chunk, quote } = address;
  const lost = at === undefined && (chunk !== undefined || quote !== undefined);
  const note =
    inVersion === undefined ? (
      lost && <Alert color="yellow">{t.replaced}</Alert>
    ) : (
      <InVersion id={id} version={inVersion} address={address} />
    );
  return <Passages query={useChunks(id, at ?? 0)} at={at} quote={quote} note={note} />;
}

interface InVersionProps extends DocumentTextProps {
  readonly version: number;
}

function InVersion({ id, version, address: { chunk, quote } }: InVersionProps): ReactNode {
  const t = useTexts(documentTexts);
  const format = useFormat();
  const search = {
    version,
    ...(chunk === undefined ? {} : { chunk }),
    ...(quote === undefined ? {} : { quote }),
  };
  return (
    <Alert color="yellow">
      {`${t.inVersion(format.number(version))} `}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/knowledge/documents/$documentId"
            params={{ documentId: id }}
            search={search}
          />
        )}
      >
        {t.openOld}
      </Anchor>
    </Alert>
  );
}
