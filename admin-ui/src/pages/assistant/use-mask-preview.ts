import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import type { MarkedSpan } from './mask-marks.ts';

export type MaskPreviewState =
  | { readonly kind: 'idle' } // nothing typed
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'ready';
      /** The text it is about. */
      readonly checked: string;
      readonly masked: string;
      readonly spans: readonly MarkedSpan[];
    }
  | { readonly kind: 'failed' };

/** Milliseconds without a key before the server is asked. */
const PAUSE_MS = 300;

/** What will be masked in a text while it is typed. The last preview stays until the next one is there. */
export function useMaskPreview(text: string): MaskPreviewState {
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const preview = useQuery({
    queryKey: ['mask-preview', settled],
    queryFn: async ({ signal }) => {
      const { masked, findings } = await call('POST /api/redaction/preview', {
        body: { text: settled },
        signal,
      });
      return { kind: 'ready', checked: settled, masked, spans: findings } as const;
    },
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
    // What was typed holds personal values: it does not stay in memory longer than it is shown.
    gcTime: 0,
    retry: false,
  });
  if (text.trim() === '') return { kind: 'idle' };
  return preview.data ?? { kind: preview.isError ? 'failed' : 'checking' };
}
