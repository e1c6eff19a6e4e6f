import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a key that count as a rest. */
const REST_MS = 400;

/** A text field that reports when the typing rests, and follows when its value is set from outside. */
export function useDebouncedText(
  value: string,
  onRest: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const reported = useRef(value);
  const report = useDebouncedCallback((rested: string) => {
    reported.current = rested;
    onRest(rested);
  }, REST_MS);
  useEffect(() => {
    // What it reported itself comes back later than keys that were pressed since.
    if (value === reported.current) return;
    reported.current = value;
    setText(value);
  }, [value]);
  return [
    text,
    (next) => {
      setText(next);
      report(next.trim());
    },
  ];
}
