import { Code, Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import type { DocumentDetail } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useRoleName } from '../../state/use-role-name.ts';
import classes from './document-page.module.css';
import { useLanguageName } from './use-language-name.ts';

/** Where a document comes from, and who reads it. */
export function DocumentFacts({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const t = useTexts(documents);
  const k = useTexts(knowledge);
  const format = useFormat();
  const languageName = useLanguageName();
  const roleName = useRoleName();
  const { source, format: type, language, bytes, chunks, digest, createdAt, readBy } = detail;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="facts" className={classes['facts']}>
      <Title order={2} size="h3" id="facts" mb="sm">
        {t.facts}
      </Title>
      <dl style={{ margin: 0 }}>
        <Fact term={t.source}>{source}</Fact>
        <Fact term={t.type}>{type}</Fact>
        <Fact term={t.language}>{languageName(language)}</Fact>
        <Fact term={k.size}>{format.bytes(bytes)}</Fact>
        <Fact term={t.passages}>{format.number(chunks)}</Fact>
        <Fact term={t.imported}>
          <Timestamp at={createdAt} as="time" />
        </Fact>
        <Fact term={t.readBy}>{readBy.length === 0 ? k.nobody : readBy.map(roleName).join(', ')}</Fact>
        <Fact term={t.digest}>
          <Group gap={4} wrap="nowrap">
            <Code title={digest}>{`${digest.slice(0, 16)}…`}</Code>
            <CopyButton text={digest} label={t.copyDigest} />
          </Group>
        </Fact>
      </dl>
    </Paper>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt className={classes['term']}>{term}</dt>
      <dd className={classes['value']}>{children}</dd>
    </>
  );
}
