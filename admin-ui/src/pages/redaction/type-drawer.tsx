import { Drawer } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { useDescribedType } from '../../data/mask-rules.ts';
import { coverage } from '../../i18n/coverage.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { TypeDetails } from './type-details.tsx';

/** The type that the address names, beside the table. */
export function TypeDrawer(): ReactNode {
  const t = useTexts(coverage);
  const typeName = useTypeName();
  const { type } = useSearch({ from: '/frame/redaction/types' });
  const navigate = useNavigate({ from: '/redaction/types' });
  return (
    <Drawer
      opened={type !== undefined}
      onClose={() => void navigate({ search: {}, resetScroll: false })}
      position="right"
      size="xl"
      title={type === undefined ? '' : typeName(type)}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {type !== undefined && <LoadedType id={type} />}
    </Drawer>
  );
}

function LoadedType({ id }: { readonly id: string }): ReactNode {
  return <QueryView query={useDescribedType(id)}>{(type) => <TypeDetails type={type} />}</QueryView>;
}
