import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Distance from the end, in CSS pixels, up to which somebody counts as reading the end. */
const NEAR = 80;

export interface StickToEnd {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** Goes to the end, wherever somebody is. */
  readonly toEnd: () => void;
}

/** Keeps the end of a content in sight while it `grows`, unless somebody has scrolled away from it. */
export function useStickToEnd(grows: boolean): StickToEnd {
  const viewport = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticking = useRef(true);
  const toEnd = useCallback(() => {
    sticking.current = true;
    viewport.current?.scrollTo({ top: viewport.current.scrollHeight });
  }, []);
  useEffect(() => {
    const [outer, inner] = [viewport.current, content.current];
    if (!grows || outer === null || inner === null) return undefined;
    const note = (): void => {
      sticking.current = outer.scrollHeight - outer.scrollTop - outer.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(() => {
      if (sticking.current) outer.scrollTo({ top: outer.scrollHeight });
    });
    observer.observe(inner);
    outer.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      // What it has become when it stops growing belongs to it: the sources under an answer.
      if (sticking.current) requestAnimationFrame(() => outer.scrollTo({ top: outer.scrollHeight }));
      outer.removeEventListener('scroll', note);
    };
  }, [grows]);
  return { viewport, content, toEnd };
}
