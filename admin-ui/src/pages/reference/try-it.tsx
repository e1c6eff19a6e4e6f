import { Alert, Button, Group, JsonInput, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTryRequest } from '../../data/try-request.ts';
import { reference } from '../../i18n/reference.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { buildRequest, jsonProblem, sendsJson } from './document/build-request.ts';
import { codeExamples } from './document/code-examples.ts';
import { exampleValue } from './document/example-value.ts';
import { isChanging } from './document/find-operations.ts';
import type { JsonObject } from '../../data/json.ts';
import type { Operation } from './document/read-operations.ts';
import { ExampleCode } from './example-code.tsx';
import { Part } from './part.tsx';
import { ReplyView } from './reply-view.tsx';
import { UploadField } from './upload-field.tsx';

interface TryItProps {
  readonly document: JsonObject;
  readonly operation: Operation;
}

/** The request as it would be typed, and the reply to it. */
export function TryIt({ document, operation }: TryItProps): ReactNode {
  const t = useTexts(reference);
  const [parameters, setParameters] = useState<Readonly<Record<string, string>>>({});
  const [body, setBody] = useState(() => exampleBody(document, operation));
  const [file, setFile] = useState<File | null>(null);
  const sending = useTryRequest();
  const request = useMemo(() => buildRequest(operation, { parameters, body }), [operation, parameters, body]);
  const examples = useMemo(
    () => codeExamples(operation, request, window.location.origin),
    [operation, request],
  );
  const uploads = operation.body?.mediaType === 'multipart/form-data';
  const broken = request.body === undefined ? undefined : jsonProblem(request.body);
  const ready = request.missing.length === 0 && broken === undefined && (!uploads || file !== null);
  return (
    <>
      <Part title={t.examples}>
        <ExampleCode examples={examples} />
      </Part>
      <Part title={t.tryIt}>
        <Text size="sm" c="dimmed">
          {t.tryHint}
        </Text>
        {isChanging(operation) && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {t.changes}
          </Alert>
        )}
        <Stack
          component="form"
          gap="sm"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) sending.mutate({ ...request, file });
          }}
        >
          {operation.parameters.map(({ name, required }) => (
            <TextInput
              key={name}
              label={name}
              required={required}
              value={parameters[name] ?? ''}
              onChange={(event) => setParameters({ ...parameters, [name]: event.currentTarget.value })}
            />
          ))}
          {sendsJson(operation) && (
            <JsonInput
              label={t.body}
              value={body}
              onChange={setBody}
              error={broken === undefined ? undefined : `${t.invalidJson}: ${broken}`}
              validationError={t.invalidJson}
              formatOnBlur
              autosize
              minRows={4}
              maxRows={20}
              ff="monospace"
            />
          )}
          {uploads && <UploadField file={file} onChange={setFile} />}
          <Group>
            <Button
              type="submit"
              leftSection={<IconSend size={16} aria-hidden />}
              {...(isChanging(operation) ? { color: 'red.9' } : {})}
              disabled={!ready}
              loading={sending.isPending}
            >
              {t.send}
            </Button>
            {request.missing.length > 0 && (
              <Text size="sm" c="dimmed">
                {t.missing(request.missing.join(', '))}
              </Text>
            )}
          </Group>
        </Stack>
        {sending.isError && <Alert color="red">{t.unreachable}</Alert>}
        {sending.data !== undefined && <ReplyView reply={sending.data} />}
      </Part>
    </>
  );
}

function exampleBody(document: JsonObject, operation: Operation): string {
  if (!sendsJson(operation)) return '';
  return JSON.stringify(exampleValue(document, operation.body?.schema), undefined, 2);
}
