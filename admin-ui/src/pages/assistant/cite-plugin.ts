import type { Element, Root, RootContent, Text } from 'hast';
import { splitMarks } from '../../data/text-pieces.ts';

/** The elements that stand for a citation and for the mark of an unsupported sentence. Answers hold no HTML, so nothing else makes them. */
export const CITATION_ELEMENT = 'sup';
export const UNSUPPORTED_ELEMENT = 'abbr';

/** Reads citations (`[1]`) and marks (`⚠`) in the text of a rendered answer, except in code, and makes elements of them. */
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
  return splitMarks(value).map((piece) => {
    switch (piece.kind) {
      case 'citation':
        return elementOf(CITATION_ELEMENT, String(piece.number));
      case 'unsupported':
        return elementOf(UNSUPPORTED_ELEMENT, '⚠');
      default:
        return { type: 'text', value: piece.text };
    }
  });
}

function elementOf(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}
