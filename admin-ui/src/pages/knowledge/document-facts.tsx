import { Anchor, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import type { DocumentDetail } from '../../data/documents.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';
import { documents } from '../../i18n/documents.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useRoleName } from '../../state/use-role-name.ts';
import { ClassificationBadge } from './classification-badge.tsx';
import classes from './document-page.module.css';
import { DocumentVersions } from './document-versions.tsx';
import { Fact } from './fact.tsx';
import { useLanguageName } from './use-language-name.ts';

/** Who reads a document and when, whose it is, where it comes from, and what it was before. */
export function DocumentFacts({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const t = useTexts(documents);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="facts" className={classes['facts']}>
      <Title order={2} size="h3" id="facts" mb="sm">
        {t.facts}
      </Title>
      <dl style={{ margin: 0 }}>
        <RuleFacts detail={detail} />
        <FileFacts detail={detail} />
        <DocumentVersions id={detail.id} />
      </dl>
    </Paper>
  );
}

function RuleFacts({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const d = useTexts(documentTexts);
  const t = useTexts(documents);
  const k = useTexts(knowledge);
  const roleName = useRoleName();
  const { state, flags, readBy, classification, owner, effectiveAt, expiresAt, twins } = detail;
  return (
    <>
      <Fact term={d.state}>{d.states[state]}</Fact>
      {flags.length > 0 && (
        <Fact term={d.flags}>
          <Stack gap={4}>
            {flags.map((flag) => (
              <Text key={flag} size="sm">
                <Text span fw={600} inherit>
                  {d.flagNames[flag]}
                </Text>
                {` — ${d.flagHints[flag]}`}
              </Text>
            ))}
          </Stack>
        </Fact>
      )}
      <Fact term={t.readBy}>{readBy.length === 0 ? k.nobody : readBy.map(roleName).join(', ')}</Fact>
      {classification !== undefined && (
        <Fact term={d.classification}>
          <ClassificationBadge classification={classification} />
        </Fact>
      )}
      <Fact term={d.owner}>{owner ?? d.noOwner}</Fact>
      <Fact term={d.effective}>
        {effectiveAt === undefined ? d.always : <Timestamp at={effectiveAt} as="time" />}
      </Fact>
      <Fact term={d.expires}>
        {expiresAt === undefined ? d.never : <Timestamp at={expiresAt} as="time" />}
      </Fact>
      {twins.length > 0 && (
        <Fact term={d.twins}>
          <Stack gap={4}>
            {twins.map((twin) => (
              <Anchor
                key={twin.id}
                size="sm"
                renderRoot={(props) => (
                  <Link {...props} to="/knowledge/documents/$documentId" params={{ documentId: twin.id }} />
                )}
              >
                {twin.title}
              </Anchor>
            ))}
            <Text size="xs" c="dimmed">
              {d.twinsHint}
            </Text>
          </Stack>
        </Fact>
      )}
    </>
  );
}

function FileFacts({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const t = useTexts(documents);
  const d = useTexts(documentTexts);
  const k = useTexts(knowledge);
  const format = useFormat();
  const languageName = useLanguageName();
  const { source, address, format: type, language, bytes, chunks, digest, updatedAt, version } = detail;
  return (
    <>
      <Fact term={t.source}>{source}</Fact>
      {address !== undefined && <Fact term={d.address}>{address}</Fact>}
      <Fact term={t.type}>{type}</Fact>
      <Fact term={t.language}>{languageName(language)}</Fact>
      <Fact term={k.size}>{format.bytes(bytes)}</Fact>
      <Fact term={t.passages}>{format.number(chunks)}</Fact>
      <Fact term={d.version}>{format.number(version)}</Fact>
      <Fact term={t.imported}>
        <Timestamp at={updatedAt} as="time" />
      </Fact>
      <Fact term={t.digest}>
        <Group gap={4} wrap="nowrap">
          <Code title={digest}>{`${digest.slice(0, 16)}…`}</Code>
          <CopyButton text={digest} label={t.copyDigest} />
        </Group>
      </Fact>
    </>
  );
}
