import type { RecognisedPage } from '../recognition/recognised-page.ts';
import type { FileWarning } from './file-warning.ts';

/** Says that text was recognised, and how surely; nothing when there was none. */
export function recognisedWarning(pages: readonly RecognisedPage[]): FileWarning[] {
  const read = pages.filter(({ lines }) => lines.length > 0);
  if (read.length === 0) return [];
  const confidence = Math.round(read.reduce((sum, page) => sum + page.confidence, 0) / read.length);
  const noun = read.length === 1 ? 'The text of 1 page' : `The text of ${read.length} pages`;
  return [
    {
      code: 'text-recognised',
      count: read.length,
      message: `${noun} was recognised from pictures, with a confidence of ${confidence} %: figures may be misread.`,
    },
  ];
}
