import type { ReactNode } from 'react';
import { splitPlaceholders, type TextPiece } from '../data/text-pieces.ts';
import classes from './masked-text.module.css';

/** A masked text, its placeholders set apart. */
export function MaskedText({ text }: { readonly text: string }): ReactNode {
  return <div className={classes['text']}>{splitPlaceholders(text).map(renderPiece)}</div>;
}

/** A piece has no identity but its place. */
function renderPiece(piece: TextPiece, place: number): ReactNode {
  switch (piece.kind) {
    case 'placeholder':
      return <mark key={place}>{piece.text}</mark>;
    case 'text':
      return piece.text;
    case 'citation':
      return `[${piece.number}]`;
    default:
      return piece satisfies never;
  }
}
