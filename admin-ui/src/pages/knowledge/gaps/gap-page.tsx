import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useCollections } from '../../../data/collections.ts';
import { type GapDetail, type GapSuggestion, useAnswerGap, useGap } from '../../../data/gaps.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useNotice } from '../../../state/use-notice.ts';
import { faq } from '../../../i18n/faq.ts';
import { gaps } from '../../../i18n/gaps.ts';
import { type DraftValues, draftOf, emptyValues } from '../faq/draft-values.ts';
import { FaqForm } from '../faq/faq-form.tsx';
import { GapActions } from './gap-actions.tsx';
import { GapFacts } from './gap-facts.tsx';

const route = getRouteApi('/frame/knowledge/gaps/$gapId');

export function GapPage(): ReactNode {
  const { gapId } = route.useParams();
  const query = useGap(gapId);
  return <QueryView query={query}>{(detail) => <Detail key={detail.gap.id} detail={detail} />}</QueryView>;
}

/** How a question was asked, what the documents hold of it, and the answer that is written to it. */
function Detail({ detail: { gap, answer, suggestions } }: { readonly detail: GapDetail }): ReactNode {
  const t = useTexts(gaps);
  const [values, setValues] = useState<DraftValues>();
  const start = (suggestion?: GapSuggestion): void => setValues(beginning(gap, suggestion));
  return (
    <Page
      title={gap.question}
      actions={values === undefined && <GapActions gap={gap} onWrite={() => start()} />}
      below={
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/knowledge/gaps" />}>
          {t.back}
        </Anchor>
      }
    >
      {values === undefined ? (
        <Stack>
          <GapFacts gap={gap} answer={answer} />
          <Suggestions suggestions={suggestions} onUse={gap.state === 'open' ? start : undefined} />
        </Stack>
      ) : (
        <AnswerForm gap={gap} initial={values} onCancel={() => setValues(undefined)} />
      )}
    </Page>
  );
}

/** The wordings of a gap, without those in which a personal value was masked: nobody asks `[PERSON]`. */
function beginning(gap: GapDetail['gap'], suggestion: GapSuggestion | undefined): DraftValues {
  const [question = gap.question, ...others] = [gap.question, ...gap.samples].filter(
    (wording) => !/\[[A-Z_]+\]/u.test(wording),
  );
  return {
    ...emptyValues(new Date()),
    collection: gap.scope[0] ?? '',
    question,
    paraphrases: others.join('\n'),
    answer: suggestion?.text ?? '',
    sources: suggestion === undefined ? [] : [suggestion.document],
  };
}

interface AnswerFormProps {
  readonly gap: GapDetail['gap'];
  readonly initial: DraftValues;
  readonly onCancel: () => void;
}

function AnswerForm({ gap, initial, onCancel }: AnswerFormProps): ReactNode {
  const t = useTexts(gaps);
  const notify = useNotice();
  const { submitted } = useTexts(faq);
  const navigate = useNavigate();
  const collections = useCollections();
  const answer = useAnswerGap(gap.id);
  const nameOf = (id: string): string => collections.data?.find((one) => one.id === id)?.name ?? id;
  return (
    <FaqForm
      initial={initial}
      collections={gap.scope.map((id) => ({ value: id, label: nameOf(id) }))}
      submit={t.send}
      pending={answer.isPending}
      error={answer.error}
      onCancel={onCancel}
      onSubmit={(values) =>
        answer.mutate(
          { collection: values.collection, draft: draftOf(values) },
          {
            onSuccess({ id }) {
              notify(submitted);
              void navigate({ to: '/knowledge/faq/$entryId', params: { entryId: id } });
            },
          },
        )
      }
    />
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly GapSuggestion[];
  readonly onUse: ((suggestion: GapSuggestion) => void) | undefined;
}

function Suggestions({ suggestions, onUse }: SuggestionsProps): ReactNode {
  const t = useTexts(gaps);
  return (
    <section aria-label={t.suggestions}>
      <Title order={2} size="h4" mb="xs">
        {t.suggestions}
      </Title>
      {suggestions.length === 0 && <Text c="dimmed">{t.noSuggestions}</Text>}
      <Stack gap="sm">
        {suggestions.map((suggestion, place) => (
          <Paper key={place} withBorder p="sm">
            <Text size="sm" fw={600}>
              {suggestion.title}
            </Text>
            <Text size="xs" c="dimmed">
              {suggestion.location}
            </Text>
            <Text size="sm" mt={4} lineClamp={6} style={{ whiteSpace: 'pre-wrap' }}>
              {suggestion.text}
            </Text>
            {onUse !== undefined && (
              <Button size="compact-sm" variant="default" mt="xs" onClick={() => onUse(suggestion)}>
                {t.use}
              </Button>
            )}
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
