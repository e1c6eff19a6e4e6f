import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { usePolicyBundle } from '../../../data/policies.ts';
import { customRules } from '../../../i18n/custom-rules.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { DraftEditor } from './draft-editor.tsx';

const NEW_FILE = 'own-rules.yaml';

/** Where rules are tried out before they become policy: a new file, or one that is in force. */
export function DraftPage(): ReactNode {
  const t = useTexts(customRules);
  const { file } = useSearch({ from: '/frame/redaction/rules/try' });
  const back = (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/redaction/rules" />}
    >
      {t.back}
    </Button>
  );
  return (
    <Page title={t.editorTitle} lead={t.editorLead} actions={back}>
      {file === undefined ? <DraftEditor file={NEW_FILE} text="" /> : <LoadedFile key={file} file={file} />}
    </Page>
  );
}

function LoadedFile({ file }: { readonly file: string }): ReactNode {
  return (
    <QueryView query={usePolicyBundle()}>
      {({ files }) => (
        <DraftEditor
          file={file}
          text={files.find(({ path }) => path === `redaction/custom/${file}`)?.text ?? ''}
        />
      )}
    </QueryView>
  );
}
