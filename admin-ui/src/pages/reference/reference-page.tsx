import { IconApi, IconZoomQuestion } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useApiDocument } from '../../data/api-document.ts';
import type { JsonObject } from '../../data/json.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { reference } from '../../i18n/reference.ts';
import { type Operation, readOperations } from './document/read-operations.ts';
import { OperationList } from './operation-list.tsx';
import { OperationView } from './operation-view.tsx';
import classes from './reference.module.css';

export function ReferencePage(): ReactNode {
  const t = useTexts(reference);
  const query = useApiDocument();
  return (
    <Page title={t.title} lead={t.description}>
      <QueryView query={query}>{(document) => <Reference document={document} />}</QueryView>
    </Page>
  );
}

/** The list beside one operation: the one that the address names. */
function Reference({ document }: { readonly document: JsonObject }): ReactNode {
  const current = useLocation({ select: ({ hash }) => hash });
  const operations = useMemo(() => readOperations(document), [document]);
  const operation = operations.find(({ id }) => id === current);
  return (
    <div className={classes['layout']}>
      <OperationList operations={operations} current={operation?.id} />
      {operation === undefined ? (
        <NoOperation asked={current} operations={operations} />
      ) : (
        <OperationView document={document} operation={operation} />
      )}
    </div>
  );
}

interface NoOperationProps {
  readonly asked: string;
  readonly operations: readonly Operation[];
}

function NoOperation({ asked, operations }: NoOperationProps): ReactNode {
  const t = useTexts(reference);
  return asked === '' ? (
    <EmptyState icon={IconApi} title={t.found(operations.length)} text={t.choose} />
  ) : (
    <EmptyState icon={IconZoomQuestion} title={t.unknown} text={t.choose} />
  );
}
