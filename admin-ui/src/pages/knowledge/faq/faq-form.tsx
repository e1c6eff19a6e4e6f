import {
  Button,
  Checkbox,
  CloseButton,
  Group,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { useForm, type UseFormReturnType } from '@mantine/form';
import chinese from 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { FailureAlert } from '../../../components/states.tsx';
import { useTexts } from '../../../i18n/define-texts.ts';
import { faq } from '../../../i18n/faq.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { roleNames } from '../../../i18n/roles.ts';
import { roleOrder } from '../../../data/people.ts';
import { type DraftValues, wordingsIn } from './draft-values.ts';
import { SourceLink, useDocumentTitle } from './source-link.tsx';
import { TryQuestion } from './try-question.tsx';

export interface FaqFormProps {
  readonly initial: DraftValues;
  /** Collections that it may be written in; absent when it is settled. */
  readonly collections?: readonly { readonly value: string; readonly label: string }[];
  /** Id of the entry that is edited. */
  readonly entry?: string;
  readonly submit: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (values: DraftValues) => void;
  readonly onCancel: () => void;
}

/** Question, wordings, answer and who stands behind it. */
export function FaqForm(props: FaqFormProps): ReactNode {
  const t = useTexts(faq);
  const { initial, collections, entry, submit, pending, error, onSubmit, onCancel } = props;
  const needed = (text: string): string | null => (text.trim() === '' ? t.required : null);
  const form = useForm<DraftValues>({
    initialValues: initial,
    validate: {
      collection: needed,
      question: needed,
      answer: needed,
      owner: needed,
      languages: (chosen) => (chosen.length === 0 ? t.required : null),
      expiry: (day) => (day === null ? t.required : null),
    },
  });
  const { question, paraphrases } = form.values;
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack>
        {error !== null && <FailureAlert failure={toFailure(error)} />}
        {collections !== undefined && (
          <Select
            label={t.collection}
            data={[...collections]}
            required
            searchable
            {...form.getInputProps('collection')}
          />
        )}
        <TextInput label={t.question} required maxLength={500} {...form.getInputProps('question')} />
        <Textarea
          label={t.paraphrases}
          description={t.paraphrasesHint}
          autosize
          minRows={2}
          maxRows={12}
          {...form.getInputProps('paraphrases')}
        />
        <Textarea
          label={t.answer}
          description={t.answerHint}
          required
          autosize
          minRows={3}
          maxRows={20}
          maxLength={4000}
          {...form.getInputProps('answer')}
        />
        <Standing form={form} />
        <Sources form={form} />
        <TryQuestion wordings={[question.trim(), ...wordingsIn(paraphrases)]} entry={entry} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly form: UseFormReturnType<DraftValues>;
}

/** Who answers for it, who may read it, and until when. */
function Standing({ form }: PartProps): ReactNode {
  const t = useTexts(faq);
  const names = useTexts(roleNames);
  const { language } = useLanguage();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t.owner}
        description={t.ownerHint}
        required
        maxLength={200}
        {...form.getInputProps('owner')}
      />
      <DatesProvider settings={{ locale: language === 'zh' ? chinese.name : 'en', firstDayOfWeek: 1 }}>
        <DatePickerInput
          label={t.expires}
          description="&nbsp;"
          required
          minDate={new Date()}
          {...form.getInputProps('expiry')}
        />
      </DatesProvider>
      <MultiSelect
        label={t.readers}
        aria-label={t.readers}
        description={t.readersHint}
        data={roleOrder.map((role) => ({ value: role, label: names[role] }))}
        clearable
        {...form.getInputProps('readers')}
      />
      <Checkbox.Group label={t.languages} required {...form.getInputProps('languages')}>
        <Group mt="xs">
          <Checkbox value="en" label={t.languageNames.en} />
          <Checkbox value="zh" label={t.languageNames.zh} />
        </Group>
      </Checkbox.Group>
    </SimpleGrid>
  );
}

/** Documents that it rests on, as a suggestion brought them along. */
function Sources({ form }: PartProps): ReactNode {
  const t = useTexts(faq);
  const { sources } = form.values;
  if (sources.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={500}>
        {t.sources}
      </Text>
      {sources.map((id) => (
        <SourceRow
          key={id}
          id={id}
          onRemove={() =>
            form.setFieldValue(
              'sources',
              sources.filter((other) => other !== id),
            )
          }
        />
      ))}
    </div>
  );
}

function SourceRow({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }): ReactNode {
  const t = useTexts(faq);
  const title = useDocumentTitle(id);
  return (
    <Group gap="xs">
      <SourceLink id={id} />
      <CloseButton size="sm" aria-label={t.removeSource(title)} onClick={onRemove} />
    </Group>
  );
}
