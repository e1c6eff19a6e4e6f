import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { type ChunkPlace, useVersionPlace, useVersionText } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Passages } from './passages.tsx';

interface VersionTextProps {
  readonly id: string;
  readonly version: number;
  /** Where an old citation points. */
  readonly address: ChunkPlace;
}

/** A version that was replaced, as its citations saw it. */
export function VersionText({ id, version, address: { chunk, quote } }: VersionTextProps): ReactNode {
  return (
    <QueryView query={useVersionPlace(id, version, chunk)}>
      {({ at }) => (
        <TextAround key={`${id} ${version} ${chunk}`} id={id} version={version} at={at} quote={quote} />
      )}
    </QueryView>
  );
}

interface TextAroundProps extends Pick<VersionTextProps, 'id' | 'version'> {
  readonly at: number | undefined;
  readonly quote: string | undefined;
}

function TextAround({ id, version, at, quote }: TextAroundProps): ReactNode {
  const note = <ReplacedNote id={id} version={version} />;
  return <Passages query={useVersionText(id, version, at ?? 0)} at={at} quote={quote} note={note} />;
}

function ReplacedNote({ id, version }: Pick<VersionTextProps, 'id' | 'version'>): ReactNode {
  const t = useTexts(documentTexts);
  const format = useFormat();
  return (
    <Alert color="yellow">
      {`${t.oldVersion(format.number(version))} `}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => (
          <Link {...props} to="/knowledge/documents/$documentId" params={{ documentId: id }} search={{}} />
        )}
      >
        {t.openCurrent}
      </Anchor>
    </Alert>
  );
}
