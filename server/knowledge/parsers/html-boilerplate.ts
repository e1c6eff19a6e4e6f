import type { HTMLElement } from './html-tree.ts';
import { plainTextOf, type TextMeasure } from './html-measures.ts';

/** Parts of a page that are not its content. */
const droppedTags = new Set(
  'script style noscript template nav header footer aside form button select textarea iframe svg canvas object head dialog menu'.split(
    ' ',
  ),
);
const droppedRoles = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog alert menu menubar tablist toolbar'.split(
    ' ',
  ),
);
/** Words in the class or id of a part that say that it is no content. */
const boilerplateName =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|newsletter|subscribe|social|share|sharing|related|recommend(?:ed|ations?)?|adverts?|advertisement|ads?|sponsor(?:ed)?|promo(?:tion)?|popup|modal|pagination|pager|skip-?links?|back-?to-?top|copyright|tag-?cloud)(?:$|[\s_-])/iu;
/** Words that say so only of a part that is mostly links. */
const navigationName =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|side|footer|header|top-?bar|toc|widget|links?)(?:$|[\s_-])/iu;
/** Share of the characters that are links, from which on a part leads elsewhere. */
const MOSTLY_LINKS = 0.6;
const MOST_SHARE = 0.5;
const MIN_LINKS = 3;
const sentence = /[\p{L}\p{N}][^.。！!？?]{20,}[.。！!？?](?:\s|$|[”"’」])/u;

export interface BoilerplateRules {
  /** Whether a part of the page is left out with all that stands in it. */
  isBoilerplate(element: HTMLElement): boolean;
}

/** Rules for one page: nothing that holds most of its text is ever left out, whatever it is called. */
export function createBoilerplateRules(
  content: HTMLElement,
  measureOf: (element: HTMLElement) => TextMeasure,
): BoilerplateRules {
  const all = measureOf(content).length;
  // The header of an article holds its heading, the header of a page the name of the site.
  const isArticle = /^(?:main|article)$/iu.test(content.rawTagName);
  return {
    isBoilerplate(element) {
      const isHeader =
        isArticle && /^header$/iu.test(element.rawTagName) && element.querySelector('h1') !== null;
      if (isDropped(element) && !isHeader) return true;
      if (!isContainer(element)) return false;
      const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
      const own = measureOf(element);
      if (own.length > all * MOST_SHARE) return false;
      if (boilerplateName.test(name)) return true;
      return isLinks(element, own, navigationName.test(name) ? 1 : MIN_LINKS);
    },
  };
}

function isDropped(element: HTMLElement): boolean {
  if (droppedTags.has(element.rawTagName.toLowerCase()) || element.getAttribute('hidden') !== undefined)
    return true;
  const role = element.getAttribute('role') ?? '';
  return droppedRoles.has(role) || element.getAttribute('aria-hidden') === 'true';
}

/** A block of links without a sentence of its own. Paragraphs are text, whatever they link to. */
function isLinks(element: HTMLElement, { length, linked, links }: TextMeasure, least: number): boolean {
  const isMostly = length > 0 && links >= least && linked / length >= MOSTLY_LINKS;
  return isMostly && !sentence.test(plainTextOf(element));
}

function isContainer(element: HTMLElement): boolean {
  return /^(?:ul|ol|div|section|table|dl)$/iu.test(element.rawTagName);
}

/** Whether a style shows a text to nobody: no size, or white on the white of the page. */
export function isUnseen(element: HTMLElement): boolean {
  const style = (element.getAttribute('style') ?? '').replaceAll(/\s/gu, '').toLowerCase();
  if (style === '') return false;
  if (
    /(?:^|;)(?:font-size:0(?:[a-z%]*)(?:;|$)|font-size:1px|opacity:0(?:\.0+)?(?:;|$)|text-indent:-\d{3,}|left:-\d{4,}|clip:rect\(0)/u.test(
      style,
    )
  ) {
    return true;
  }
  const isWhite = /(?:^|;)color:(?:#fff(?:fff)?|white|rgba?\(255,255,255[^)]*\)|transparent)/u.test(style);
  return isWhite && !style.includes('background');
}

/** Not shown at all, unless something is done on the page. */
export function isUndisplayed(element: HTMLElement): boolean {
  const style = (element.getAttribute('style') ?? '').replaceAll(/\s/gu, '').toLowerCase();
  return /(?:^|;)(?:display:none|visibility:hidden)/u.test(style);
}
