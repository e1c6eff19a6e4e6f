import type { KeyboardEvent } from 'react';

/** Enter alone. While an input method composes, Enter picks a character (229 is how Safari says so). */
export function isSendKey({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && !nativeEvent.isComposing && nativeEvent.keyCode !== 229;
}
