import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser';
import type { ParsedFile } from './parsed-file.ts';
import { createSectionBuilder, joinWrapped, type SectionBuilder, tidyLine } from './section-builder.ts';
import { tableLines } from './table-lines.ts';

/** Parts of a page that are not its content. */
const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'textarea',
  'iframe',
  'svg',
  'canvas',
  'object',
  'head',
  'dialog',
  'menu',
]);
const droppedRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alert',
]);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);
/** Deeper nesting than any document has: hostile input. */
const MAX_DEPTH = 200;

/**
 * HTML: headings become locations; paragraphs, list items and table rows become lines. Navigation, headers, footers,
 * asides, forms and scripts are left out. Nothing is fetched and nothing is run.
 */
export function parseHtml(text: string): ParsedFile {
  const root = parse(text, {
    comment: false,
    blockTextElements: { script: false, style: false, noscript: false },
  });
  const pageTitle = tidyLine(root.querySelector('title')?.text ?? '');
  const content = root.querySelector('main') ?? root.querySelector('body') ?? root;
  const walker = createWalker();
  // The root element has no tag name: its children are walked instead.
  for (const child of content.childNodes) walker.walk(child, 0);
  walker.flush();
  return walker.builder.build(pageTitle === '' ? undefined : pageTitle);
}

interface Walker {
  readonly builder: SectionBuilder;
  walk(node: Node, depth: number): void;
  flush(): void;
}

function createWalker(): Walker {
  const builder = createSectionBuilder();
  let pending: string[] = [];

  const flush = (): void => {
    for (const line of pending.join('').split('\u0000')) builder.line(joinWrapped(line.split(/\r\n|\r|\n/u)));
    pending = [];
  };

  const walkElement = (element: HTMLElement, depth: number): void => {
    const name = element.rawTagName.toLowerCase();
    if (isDropped(name, element)) return;
    if (/^h[1-6]$/u.test(name)) {
      flush();
      builder.heading(Number(name.slice(1)), textOf(element));
    } else if (name === 'table') {
      flush();
      for (const line of tableLines(rowsOf(element))) builder.line(line);
    } else if (name === 'br') pending.push('\u0000');
    else {
      const isBlock = name !== '' && !inline.has(name);
      if (isBlock) flush();
      for (const child of element.childNodes) walk(child, depth + 1);
      if (isBlock) flush();
    }
  };

  const walk = (node: Node, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (node.nodeType === NodeType.TEXT_NODE) pending.push(node.text.replaceAll('\u0000', ' '));
    else if (node instanceof HTMLElement) walkElement(node, depth);
  };

  return { builder, walk, flush };
}

function isDropped(name: string, element: HTMLElement): boolean {
  if (dropped.has(name) || element.getAttribute('hidden') !== undefined) return true;
  return (
    droppedRoles.has(element.getAttribute('role') ?? '') || element.getAttribute('aria-hidden') === 'true'
  );
}

function rowsOf(table: HTMLElement): string[][] {
  return table.querySelectorAll('tr').map((row) => row.querySelectorAll('th, td').map(textOf));
}

function textOf(element: HTMLElement): string {
  return tidyLine(joinWrapped(element.text.split(/\r\n|\r|\n/u)));
}
