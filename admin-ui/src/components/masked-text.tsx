import type { ReactNode } from 'react';
import { splitPlaceholders, type MaskedPiece } from '../data/text-pieces.ts';
import classes from './masked-text.module.css';

/** A masked text, its placeholders set apart. */
export function MaskedText({ text }: { readonly text: string }): ReactNode {
  return <div className={classes['text']}>{splitPlaceholders(text).map(renderPiece)}</div>;
}

/** A piece has no identity but its place. */
function renderPiece(piece: MaskedPiece, place: number): ReactNode {
  switch (piece.kind) {
    case 'placeholder':
      return <mark key={place}>{piece.text}</mark>;
    case 'text':
      return piece.text;
    default:
      return piece satisfies never;
  }
}
