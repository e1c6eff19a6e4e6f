import type { Element, Root, RootContent, Text } from 'hast';
import { splitCitations } from '../../data/text-pieces.ts';

/** The element that stands for a citation. Answers hold no HTML, so nothing else makes one. */
export const CITATION_ELEMENT = 'sup';

/** Reads citations (`[1]`) in the text of a rendered answer, except in code, and makes elements of them. */
export function citeElements(): (tree: Root) => void {
  return (tree) => {
    tree.children = cite(tree.children);
  };
}

function cite<T extends RootContent>(children: readonly T[]): (T | Element | Text)[] {
  return children.flatMap((child): (T | Element | Text)[] => {
    if (child.type === 'text') return citedText(child);
    if (child.type === 'element' && child.tagName !== 'code') child.children = cite(child.children);
    return [child];
  });
}

function citedText({ value }: Text): (Element | Text)[] {
  return splitCitations(value).map((piece) =>
    piece.kind === 'citation'
      ? {
          type: 'element',
          tagName: CITATION_ELEMENT,
          properties: {},
          children: [{ type: 'text', value: String(piece.number) }],
        }
      : { type: 'text', value: piece.text },
  );
}
