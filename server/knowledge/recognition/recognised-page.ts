import type { PdfLine } from '../parsers/pdf-lines.ts';

/** What is to be recognised: a picture of a format that tesseract reads, or pages of a PDF, counted from 1. */
export type RecogniseRequest =
  | { readonly kind: 'image'; readonly bytes: Uint8Array }
  | { readonly kind: 'pages'; readonly bytes: Uint8Array; readonly pages: readonly number[] };

export interface RecognisedPage {
  /** From 1. */
  readonly page: number;
  /** None when the page has no text, or none that can be made out. */
  readonly lines: readonly PdfLine[];
  /** How sure the recognition is, 0 to 100, over the characters of the page. */
  readonly confidence: number;
}

/** A page with what its confidence was measured on. */
export interface MeasuredPage extends RecognisedPage {
  readonly characters: number;
}

export type RecogniseResult =
  | { readonly ok: true; readonly pages: readonly RecognisedPage[] }
  /** `absent`: its programs are not installed. `limit`: the file has used up what recognition may cost. */
  | { readonly ok: false; readonly reason: 'absent' | 'limit' };

export type Recognise = (request: RecogniseRequest) => Promise<RecogniseResult>;
