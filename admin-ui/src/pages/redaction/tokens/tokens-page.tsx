import { Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page.tsx';
import { SubmitForm } from '../../../components/submit-form.tsx';
import { type OpenRequest, useOpenTokens } from '../../../data/value-tokens.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { redaction } from '../../../i18n/redaction.ts';
import { valueTokens } from '../../../i18n/value-tokens.ts';
import { RedactionTabs } from '../redaction-tabs.tsx';
import { OpenedTokens } from './opened-tokens.tsx';

const SHORTEST_REASON = 10;

/** Opens what the operator `encrypt` left in a text, for a written reason. */
export function TokensPage(): ReactNode {
  const { title } = useTexts(redaction);
  const t = useTexts(valueTokens);
  const open = useOpenTokens();
  const form = useForm<OpenRequest>({
    initialValues: { text: '', reason: '' },
    validate: {
      text: (text) => (text.trim() === '' ? t.textMissing : null),
      reason: (reason) => (reason.trim().length < SHORTEST_REASON ? t.reasonShort : null),
    },
  });
  return (
    <Page title={title} lead={t.lead} below={<RedactionTabs />}>
      <Stack gap="lg">
        <SubmitForm
          submit={t.open}
          pending={open.isPending}
          error={open.error}
          onSubmit={form.onSubmit((request) => open.mutate(request))}
        >
          <Textarea
            label={t.text}
            description={t.textHint}
            rows={6}
            maxLength={100_000}
            autoComplete="off"
            spellCheck={false}
            withAsterisk
            {...form.getInputProps('text')}
          />
          <TextInput
            label={t.reason}
            description={t.reasonHint}
            maxLength={300}
            autoComplete="off"
            withAsterisk
            {...form.getInputProps('reason')}
          />
        </SubmitForm>
        {open.data !== undefined && (
          <OpenedTokens opened={open.data} text={open.variables.text} onClear={() => clear()} />
        )}
      </Stack>
    </Page>
  );

  /** Takes the values off the screen. */
  function clear(): void {
    open.reset();
    form.reset();
  }
}
