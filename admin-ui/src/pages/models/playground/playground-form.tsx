import {
  Accordion,
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Slider,
  Stack,
  TagsInput,
  Text,
  Textarea,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlayerStop, IconSend } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { ListedModel } from '../../../data/models.ts';
import type { PlaygroundRequest } from '../../../data/playground.ts';
import { models } from '../../../i18n/models.ts';
import { playground } from '../../../i18n/playground.ts';
import { useTexts } from '../../../i18n/define-texts.ts';

interface PlaygroundFormProps {
  /** Chat models that the person may ask; at least one. */
  readonly choices: readonly ListedModel[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly running: boolean;
  readonly onAsk: (request: PlaygroundRequest) => void;
  readonly onStop: () => void;
}

const groundings = ['auto', 'required', 'verbatim', 'off'] as const;

type Values = Omit<PlaygroundRequest, 'model' | 'seed'> & { readonly seed: number | '' };

export function PlaygroundForm(props: PlaygroundFormProps): ReactNode {
  const { choices, chosen, onChoose, running, onAsk, onStop } = props;
  const t = useTexts(playground);
  const states = useTexts(models).state;
  const model = choices.find(({ id }) => id === chosen);
  const form = useForm<Values>({
    initialValues: {
      system: '',
      prompt: '',
      grounding: 'auto',
      temperature: 0,
      topP: 1,
      maxTokens: 256,
      seed: '',
      stop: [],
    },
  });
  const { grounding } = form.values;
  const ready = form.values.prompt.trim() !== '' && model?.state === 'ready';
  return (
    <form
      onSubmit={form.onSubmit(({ seed, ...values }) =>
        onAsk({ ...values, model: chosen, seed: seed === '' ? undefined : seed }),
      )}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t.model}
            data={choices.map(({ id, title }) => ({ value: id, label: title }))}
            value={chosen}
            onChange={(id) => id !== null && onChoose(id)}
            allowDeselect={false}
            error={
              model === undefined || model.state === 'ready' ? undefined : t.notReady(states[model.state])
            }
          />
          <Select
            label={t.grounding}
            description={t.groundingHint[grounding]}
            data={groundings.map((value) => ({ value, label: t.groundings[value] }))}
            allowDeselect={false}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('grounding')}
          />
        </SimpleGrid>
        {grounding === 'off' && (
          <Textarea
            label={t.system}
            description={t.systemHint}
            autosize
            minRows={1}
            maxRows={6}
            {...form.getInputProps('system')}
          />
        )}
        <Textarea
          label={t.prompt}
          placeholder={t.promptPlaceholder}
          autosize
          minRows={3}
          maxRows={12}
          data-autofocus
          {...form.getInputProps('prompt')}
        />
        <Sampling form={form} contextTokens={model?.contextTokens ?? 0} />
        <Group>
          {running ? (
            <Button
              variant="default"
              leftSection={<IconPlayerStop size={16} aria-hidden />}
              onClick={onStop}
              type="button"
            >
              {t.stopAnswer}
            </Button>
          ) : (
            <Button type="submit" leftSection={<IconSend size={16} aria-hidden />} disabled={!ready}>
              {t.ask}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface SamplingProps {
  readonly form: ReturnType<typeof useForm<Values>>;
  readonly contextTokens: number;
}

function Sampling({ form, contextTokens }: SamplingProps): ReactNode {
  const t = useTexts(playground);
  return (
    <Accordion variant="contained">
      <Accordion.Item value="sampling">
        <Accordion.Control>{t.sampling}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            <Text size="xs" c="dimmed">
              {t.verbatimIgnores}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
              <Dial
                label={t.temperature}
                hint={t.temperatureHint}
                max={2}
                {...form.getInputProps('temperature')}
              />
              <Dial label={t.topP} hint={t.topPHint} max={1} {...form.getInputProps('topP')} />
              <NumberInput
                label={t.maxTokens}
                min={1}
                max={contextTokens}
                allowDecimal={false}
                {...form.getInputProps('maxTokens')}
              />
              <NumberInput
                label={t.seed}
                description={t.seedHint}
                allowDecimal={false}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('seed')}
              />
              <TagsInput
                label={t.stop}
                description={t.stopHint}
                maxTags={4}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('stop')}
              />
            </SimpleGrid>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

interface DialProps {
  readonly label: string;
  readonly hint: string;
  readonly max: number;
  readonly value?: number;
  readonly onChange?: (value: number) => void;
}

function Dial({ label, hint, max, value, onChange }: DialProps): ReactNode {
  const id = useId();
  return (
    <div>
      <Text size="sm" fw={500} id={id}>
        {label}: {value}
      </Text>
      <Slider
        min={0}
        max={max}
        step={0.05}
        label={null}
        thumbProps={{ 'aria-labelledby': id }}
        {...(value === undefined ? {} : { value })}
        {...(onChange === undefined ? {} : { onChange })}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {hint}
      </Text>
    </div>
  );
}
