import type { FileWarning } from './file-warning.ts';

export function hiddenTextWarning(count: number): FileWarning {
  const places = count === 1 ? '1 place' : `${count} places`;
  return {
    code: 'hidden-text',
    count,
    message: `Text in ${places} is not shown to readers: it has no size, the colour of the page, or is marked as hidden.`,
  };
}
