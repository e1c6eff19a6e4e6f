import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** Milliseconds without a key that count as a rest. */
const REST_MS = 400;

/** A text field that reports when the typing rests, and follows when its value is set from outside. */
export function useDebouncedText(
  value: string,
  onRest: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const report = useDebouncedCallback(onRest, REST_MS);
  useEffect(() => setText(value), [value]);
  return [
    text,
    (next) => {
      setText(next);
      report(next.trim());
    },
  ];
}
