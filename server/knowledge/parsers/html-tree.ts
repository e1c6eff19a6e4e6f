import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser';

export { HTMLElement, type Node };

/** A page as a tree. Comments are left out, and what stands in scripts and styles is no text. */
export function parseTree(text: string): HTMLElement {
  return parse(text, {
    comment: false,
    blockTextElements: { script: false, style: false, noscript: false },
  });
}

/** Whether a node is a piece of text. */
export function isText(node: Node): boolean {
  return node.nodeType === NodeType.TEXT_NODE;
}
