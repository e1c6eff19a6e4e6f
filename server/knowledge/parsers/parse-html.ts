import { countInstructions } from '../cleaning/find-instructions.ts';
import { hiddenTextWarning } from './hidden-text-warning.ts';
import {
  type BoilerplateRules,
  createBoilerplateRules,
  isUndisplayed,
  isUnseen,
} from './html-boilerplate.ts';
import { HTMLElement, isText, type Node, parseTree } from './html-tree.ts';
import { measureText, plainTextOf, type TextMeasure } from './html-measures.ts';
import type { ParsedFile } from './parsed-file.ts';
import { createSectionBuilder, joinWrapped, type SectionBuilder, tidyLine } from './section-builder.ts';
import { tableLines } from './table-lines.ts';

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
 * asides, forms, scripts, and parts that are named or made as notices, related pages or lists of links are left out. Nothing is fetched and nothing is run.
 */
export function parseHtml(text: string): ParsedFile {
  const root = parseTree(text);
  const pageTitle = tidyLine(root.querySelector('title')?.text ?? '');
  const measureOf = measureText(root);
  const content = contentOf(root, measureOf);
  const cleaned = walkAll(content, createBoilerplateRules(content, measureOf), measureOf);
  // A page of nothing but links and notices is all there is.
  const walked = cleaned.isEmpty() ? walkAll(content, { isBoilerplate: isScript }, measureOf) : cleaned;
  const hidden = walked.unseen();
  return {
    ...walked.builder.build(pageTitle === '' ? undefined : pageTitle),
    warnings: hidden === 0 ? [] : [hiddenTextWarning(hidden)],
  };
}

type MeasureOf = (element: HTMLElement) => TextMeasure;

/** What holds the text: the main part, or the only article. */
function contentOf(root: HTMLElement, measureOf: MeasureOf): HTMLElement {
  const main = root.querySelector('main') ?? root.querySelector('[role=main]');
  if (main !== null) return main;
  const articles = root.querySelectorAll('article');
  const [only] = articles;
  const body = root.querySelector('body') ?? root;
  return only !== undefined && articles.length === 1 && measureOf(only).length > measureOf(body).length / 2
    ? only
    : body;
}

function isScript(element: HTMLElement): boolean {
  return /^(?:script|style|noscript|template|head)$/iu.test(element.rawTagName);
}

interface Walker {
  readonly builder: SectionBuilder;
  walk(node: Node, depth: number): void;
  flush(): void;
  isEmpty(): boolean;
  /** Places whose text is shown to nobody. */
  unseen(): number;
}

function walkAll(content: HTMLElement, rules: BoilerplateRules, measureOf: MeasureOf): Walker {
  const walker = createWalker(rules, measureOf);
  // The root element has no tag name: its children are walked instead.
  for (const child of content.childNodes) walker.walk(child, 0);
  walker.flush();
  return walker;
}

function createWalker(rules: BoilerplateRules, measureOf: MeasureOf): Walker {
  const builder = createSectionBuilder();
  let pending: string[] = [];
  let lines = 0;
  let unseen = 0;

  const flush = (): void => {
    for (const line of pending.join('').split('\u0000')) {
      const text = joinWrapped(line.split(/\r\n|\r|\n/u));
      if (text !== '') lines += 1;
      builder.line(text);
    }
    pending = [];
  };

  const walkElement = (element: HTMLElement, depth: number): void => {
    const name = element.rawTagName.toLowerCase();
    if (rules.isBoilerplate(element)) return;
    if (isUndisplayed(element)) {
      if (countInstructions(plainTextOf(element)) > 0) unseen += 1;
      return;
    }
    if (isUnseen(element) && measureOf(element).length > 0) unseen += 1;
    if (/^h[1-6]$/u.test(name)) {
      flush();
      builder.heading(Number(name.slice(1)), textOf(element));
    } else if (name === 'table' && isData(element)) {
      flush();
      for (const line of tableLines(rowsOf(element))) {
        lines += 1;
        builder.line(line);
      }
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
    if (isText(node)) pending.push(node.text.replaceAll('\u0000', ' '));
    else if (node instanceof HTMLElement) walkElement(node, depth);
  };

  return { builder, walk, flush, isEmpty: () => lines === 0, unseen: () => unseen };
}

/** Tables that only place what stands in them, as in mails, are read as the parts they place. */
function isData(table: HTMLElement): boolean {
  if (table.querySelector('table, h1, h2, h3, ul, ol') !== null) return false;
  return table.querySelectorAll('tr').some((row) => row.querySelectorAll('th, td').length > 1);
}

function rowsOf(table: HTMLElement): string[][] {
  return table.querySelectorAll('tr').map((row) => row.querySelectorAll('th, td').map(textOf));
}

function textOf(element: HTMLElement): string {
  return tidyLine(joinWrapped(element.text.split(/\r\n|\r|\n/u)));
}
