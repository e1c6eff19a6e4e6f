import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { useDebouncedText } from '../../state/use-debounced-text.ts';
import { useListAddress } from './use-list-address.ts';

/** Narrows the list once the typing rests. */
export function DocumentSearch(): ReactNode {
  const t = useTexts(documents);
  const { query, change } = useListAddress();
  const [text, setText] = useDebouncedText(query.search, (search) => change({ search, page: 1 }));
  return (
    <TextInput
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      placeholder={t.search}
      aria-label={t.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={{ base: '100%', xs: 320 }}
    />
  );
}
