import { useEffect, useState } from 'react';
import { toFailure } from '../api/failure.ts';
import { type MaskPreview, previewMask } from '../data/redaction.ts';

export type PreviewState =
  | { readonly kind: 'idle' } // nothing typed
  | { readonly kind: 'checking' }
  | { readonly kind: 'ready'; readonly preview: MaskPreview }
  | { readonly kind: 'failed' };

/** Milliseconds without a key before the server is asked. */
const pause = 300;

/** What will be masked in the text while it is typed. The last preview stays until the next one is there. */
export function useMaskPreview(text: string, onExpired: () => void): PreviewState {
  const [state, setState] = useState<PreviewState>({ kind: 'idle' });
  const blank = text.trim() === '';

  useEffect(() => {
    if (blank) {
      setState({ kind: 'idle' });
      return undefined;
    }
    setState((before) => (before.kind === 'ready' ? before : { kind: 'checking' }));
    const controller = new AbortController();
    const show = async (): Promise<void> => {
      const next = await load(text, controller.signal, onExpired);
      if (!controller.signal.aborted) setState(next);
    };
    const timer = setTimeout(() => {
      void show();
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, blank, onExpired]);
  return state;
}

async function load(text: string, signal: AbortSignal, onExpired: () => void): Promise<PreviewState> {
  try {
    return { kind: 'ready', preview: await previewMask(text, signal) };
  } catch (error) {
    if (!signal.aborted && toFailure(error).kind === 'session') onExpired();
    return { kind: 'failed' };
  }
}
