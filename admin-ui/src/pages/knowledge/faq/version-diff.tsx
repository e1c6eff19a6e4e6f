import { Badge, Table, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { FaqVersion } from '../../../data/faq.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useRoleName } from '../../../state/use-role-name.ts';
import { SourceLink } from './source-link.tsx';

interface VersionDiffProps {
  readonly live: FaqVersion | undefined;
  readonly draft: FaqVersion | undefined;
}

/** Field by field what answers and what is proposed, beside each other where there are both. */
export function VersionDiff({ live, draft }: VersionDiffProps): ReactNode {
  const t = useTexts(faq);
  const describe = useDescription();
  const [before, after] = [live && describe(live), draft && describe(draft)];
  return (
    <Table verticalSpacing="xs" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={150} aria-label={t.version(draft?.version ?? live?.version ?? 0)} />
          {before !== undefined && (
            <Table.Th>{live?.state === 'retired' ? t.states.retired : t.now}</Table.Th>
          )}
          {after !== undefined && <Table.Th>{t.proposed}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {(after ?? before ?? []).map(({ name }, at) => {
          const [old, proposed] = [before?.[at], after?.[at]];
          const changed = old !== undefined && proposed !== undefined && old.text !== proposed.text;
          return (
            <Table.Tr key={name} {...(changed ? { 'data-changed': true } : {})}>
              <Table.Th scope="row" fw={500} style={{ verticalAlign: 'top' }}>
                {name}
              </Table.Th>
              {old !== undefined && <Cell field={old} struck={changed} />}
              {proposed !== undefined && <Cell field={proposed} mark={changed ? t.changed : undefined} />}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** One field of a version. */
interface Field {
  readonly name: string;
  /** What is compared, and shown unless there is something better. */
  readonly text: string;
  readonly shown?: ReactNode;
}

interface CellProps {
  readonly field: Field;
  readonly struck?: boolean;
  /** Says in words that it is another than before. */
  readonly mark?: string | undefined;
}

function Cell({ field: { text, shown = text }, struck = false, mark }: CellProps): ReactNode {
  const t = useTexts(faq);
  return (
    <Table.Td style={{ verticalAlign: 'top', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      <Text
        size="sm"
        component={struck ? 'del' : mark === undefined ? 'span' : 'ins'}
        td="none"
        c={struck ? 'dimmed' : ''}
      >
        {text === '' ? t.nothing : shown}
      </Text>
      {mark !== undefined && (
        <Badge ml="xs" size="sm" variant="light" color="yellow" tt="none">
          {mark}
        </Badge>
      )}
    </Table.Td>
  );
}

/** The fields of a version as text, in the order of the form. */
function useDescription(): (version: FaqVersion) => readonly Field[] {
  const t = useTexts(faq);
  const format = useFormat();
  const roleName = useRoleName();
  return ({ question, paraphrases, answer, languages, owner, readers, sources, expiresAt }) => [
    { name: t.question, text: question },
    { name: t.paraphrases, text: paraphrases.join('\n') },
    { name: t.answer, text: answer },
    { name: t.languages, text: languages.map((language) => t.languageNames[language]).join(t.comma) },
    { name: t.owner, text: owner },
    { name: t.readers, text: readers.length === 0 ? t.allReaders : readers.map(roleName).join(t.comma) },
    { name: t.sources, text: sources.join('\n'), shown: <SourceLines ids={sources} /> },
    { name: t.expires, text: format.time(new Date(expiresAt)) },
  ];
}

function SourceLines({ ids }: { readonly ids: readonly string[] }): ReactNode {
  return ids.map((id, at) => (
    <Fragment key={id}>
      {at > 0 && <br />}
      <SourceLink id={id} />
    </Fragment>
  ));
}
