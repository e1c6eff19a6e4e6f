import { useEffect, useState } from 'react';

export type CopyState = 'idle' | 'copied' | 'failed';

export interface CopyControl {
  readonly state: CopyState;
  readonly copy: (text: string) => void;
}

/** Milliseconds that success stays visible. */
const shownFor = 2500;

/** Copies to the clipboard. Browsers offer it over HTTPS and on this machine only; elsewhere it fails. */
export function useCopy(): CopyControl {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), shownFor);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string): void => {
    void write(text).then(setState);
  };
  return { state, copy };
}

async function write(text: string): Promise<CopyState> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}
