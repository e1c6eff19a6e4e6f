import { Alert, Anchor, Paper, Stack, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { type FaqEntry, newestOf, useFaqEntry, useSaveFaqDraft } from '../../../data/faq.ts';
import { useUser } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';
import { useNotice } from '../../../state/use-notice.ts';
import { draftOf, valuesOf } from './draft-values.ts';
import { FaqActions } from './faq-actions.tsx';
import { FaqForm } from './faq-form.tsx';
import { StateBadges } from './state-badges.tsx';
import { VersionDiff } from './version-diff.tsx';
import { VersionList } from './version-list.tsx';

const route = getRouteApi('/frame/knowledge/faq/$entryId');

export function FaqEntryPage(): ReactNode {
  const { entryId } = route.useParams();
  const query = useFaqEntry(entryId);
  return <QueryView query={query}>{(entry) => <Entry key={entry.id} entry={entry} />}</QueryView>;
}

/** What answers, what would change, and the steps between. */
function Entry({ entry }: { readonly entry: FaqEntry }): ReactNode {
  const t = useTexts(faq);
  const [editing, setEditing] = useState(false);
  const { id: me } = useUser();
  const { draft, live } = entry;
  return (
    <Page
      title={newestOf(entry)?.question ?? t.tab}
      actions={!editing && <FaqActions entry={entry} onEdit={() => setEditing(true)} />}
      below={
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/knowledge/faq" />}>
          {t.back}
        </Anchor>
      }
    >
      {editing ? (
        <Editor entry={entry} onDone={() => setEditing(false)} />
      ) : (
        <Stack>
          <StateBadges
            states={[live, draft].flatMap((version) => (version === undefined ? [] : [version.state]))}
          />
          {draft?.note !== undefined && <Alert color="yellow">{t.returned(draft.note)}</Alert>}
          {draft?.state === 'in-review' && !entry.may.approve && (
            <Alert color="gray">{draft.authors.some(({ id }) => id === me) ? t.ownDraft : t.waiting}</Alert>
          )}
          <Section title={titleOf(entry, t)}>
            <VersionDiff live={live ?? (draft === undefined ? newestOf(entry) : undefined)} draft={draft} />
          </Section>
          <Section title={t.history}>
            <VersionList versions={entry.versions} />
          </Section>
        </Stack>
      )}
    </Page>
  );
}

function titleOf({ live, draft }: FaqEntry, t: (typeof faq)['en']): string {
  if (draft === undefined) return live === undefined ? t.states.retired : t.liveTitle;
  return live === undefined ? t.draftTitle : t.compare;
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

function Editor({ entry, onDone }: { readonly entry: FaqEntry; readonly onDone: () => void }): ReactNode {
  const t = useTexts(faq);
  const notify = useNotice();
  const save = useSaveFaqDraft(entry.id);
  const newest = newestOf(entry);
  if (newest === undefined) return null;
  return (
    <FaqForm
      initial={valuesOf(entry.collection, newest)}
      entry={entry.id}
      submit={t.save}
      pending={save.isPending}
      error={save.error}
      onCancel={onDone}
      onSubmit={(values) =>
        save.mutate(draftOf(values), {
          onSuccess() {
            notify(t.saved);
            onDone();
          },
        })
      }
    />
  );
}
