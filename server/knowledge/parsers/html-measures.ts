import { HTMLElement, isText, type Node } from './html-tree.ts';

/** How much text stands in a part of a page. */
export interface TextMeasure {
  /** Characters without white space. */
  readonly length: number;
  /** Those of them that are links. */
  readonly linked: number;
  readonly links: number;
}

const NOTHING: TextMeasure = { length: 0, linked: 0, links: 0 };

/** Measures every part of a page once, whatever its depth: hostile pages are nested deeper than calls can be. */
export function measureText(root: HTMLElement): (element: HTMLElement) => TextMeasure {
  const measures = new Map<Node, TextMeasure>();
  for (const node of childrenFirst(root)) {
    if (!(node instanceof HTMLElement)) continue;
    let [length, linked, links] = [0, 0, 0];
    for (const child of node.childNodes) {
      const part = measures.get(child);
      if (part === undefined) length += ownLength(child);
      else {
        length += part.length;
        linked += part.linked;
        links += part.links;
      }
    }
    const isLink = /^a$/iu.test(node.rawTagName);
    measures.set(node, isLink ? { length, linked: length, links: 1 } : { length, linked, links });
  }
  return (element) => measures.get(element) ?? NOTHING;
}

/** The text of a part, without recursion. */
export function plainTextOf(element: HTMLElement): string {
  return childrenFirst(element)
    .map((node) => (isText(node) ? node.text : ''))
    .join('');
}

function ownLength(node: Node): number {
  return isText(node) ? node.text.replaceAll(/\s+/gu, '').length : 0;
}

function childrenFirst(root: HTMLElement): Node[] {
  const waiting: Node[] = [root];
  const found: Node[] = [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (node instanceof HTMLElement) waiting.push(...node.childNodes);
  }
  return found.toReversed();
}
