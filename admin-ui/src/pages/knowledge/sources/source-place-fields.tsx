import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { placeFields, type SourceValues } from './source-values.ts';

interface SourcePlaceFieldsProps {
  readonly form: UseFormReturnType<SourceValues>;
  /** There are credentials already, which nobody is shown. */
  readonly keepsSecret: boolean;
}

/** Where the documents are, and what that place asks for. */
export function SourcePlaceFields({ form, keepsSecret }: SourcePlaceFieldsProps): ReactNode {
  const t = useTexts(texts);
  const { kind } = form.getValues();
  return (
    <>
      {placeFields[kind].map((field) => (
        <TextInput
          key={field}
          label={t.fields[field]}
          description={t.hints[field]}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps(field)}
        />
      ))}
      {kind !== 'folder' && (
        <>
          <TextInput
            label={t.fields.user}
            description={keepsSecret ? t.secretKept : t.hints.user}
            autoComplete="off"
            {...form.getInputProps('user')}
          />
          <PasswordInput
            label={t.fields.secret}
            description={keepsSecret ? t.secretKept : t.hints.secret}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-hidden': true }}
            {...form.getInputProps('secret')}
          />
        </>
      )}
    </>
  );
}
