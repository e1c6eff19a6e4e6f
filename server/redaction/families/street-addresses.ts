import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';

const STREET =
  /\d{1,6}[A-Za-z]?,? [A-Za-z0-9 .'-]{2,40}?[ .](?:[Ss]treet|STREET|St|[Aa]venue|AVENUE|Ave|[Rr]oad|ROAD|Rd|[Bb]oulevard|Blvd|[Ll]ane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Parkway|Pkwy|Highway|Hwy|Crescent|Close|Row)\b\.?/g;
/** A number before these is a date or an amount, and the sentence goes on to another street word. */
const NO_STREET =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|days?|hours?|minutes?|years?|people|and|the|of)/;
const REST =
  /^,? ?(?:(?:apt|apartment|suite|ste|unit|flat|floor|#)\.? ?[A-Za-z0-9-]{1,6})?(?:,? [A-Z][A-Za-z]{2,20}(?: [A-Z][a-z]{2,20})?)?,? ?(?:[A-Z]{2} )?(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z0-9]? \d[A-Z]{2})/i;
const UNIT = /^,? (?:apt|apartment|suite|ste|unit|flat|floor|#)\.? ?[A-Za-z0-9-]{1,6}/i;

/** Street addresses in English. */
export const streetAddresses: EntityFamily = {
  types: [
    {
      id: 'STREET_ADDRESS',
      label: 'ADDRESS',
      tier: 'personal',
      locale: '*',
      canonical: 'spaced',
      context: [
        'address',
        'live at',
        'lives at',
        'ship to',
        'deliver to',
        'located at',
        'residing at',
        '地址',
      ],
    },
    {
      id: 'UK_POSTCODE',
      label: 'POSTCODE',
      tier: 'indirect',
      locale: 'GB',
      canonical: 'compact',
      context: ['postcode', 'post code', 'address', 'london'],
    },
    {
      id: 'US_ZIP',
      label: 'POSTCODE',
      tier: 'indirect',
      locale: 'US',
      canonical: 'compact',
      context: ['zip', 'zip code', 'zipcode'],
    },
    {
      id: 'CN_POSTCODE',
      label: 'POSTCODE',
      tier: 'indirect',
      locale: 'CN',
      canonical: 'compact',
      context: ['邮编', '邮政编码', '郵遞區號'],
    },
  ],
  rules: [
    {
      id: 'street-address',
      type: 'STREET_ADDRESS',
      kind: 'pattern',
      validator: 'street types',
      score: 0.75,
      context: 'free',
      pattern: STREET,
      accept: streetFound,
    },
    {
      id: 'po-box',
      type: 'STREET_ADDRESS',
      kind: 'pattern',
      validator: 'format',
      score: 0.75,
      context: 'free',
      pattern: /P\.? ?O\.? ?Box \d{1,6}/gi,
      accept: boundedMatch,
    },
    {
      id: 'uk-postcode',
      type: 'UK_POSTCODE',
      kind: 'pattern',
      validator: 'structure, context',
      score: 0.7,
      context: 'required',
      pattern: /[A-Z]{1,2}\d[A-Z0-9]? ?\d[ABD-HJLNP-UW-Z]{2}/g,
      accept: boundedMatch,
    },
    {
      id: 'us-zip',
      type: 'US_ZIP',
      kind: 'label',
      validator: 'context',
      score: 0.7,
      value: /\d{5}(?:-\d{4})?/y,
      accept: boundedMatch,
    },
    {
      id: 'cn-postcode',
      type: 'CN_POSTCODE',
      kind: 'label',
      validator: 'context',
      score: 0.75,
      value: /[0-8]\d{5}/y,
      accept: boundedMatch,
    },
  ],
};

function streetFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || NO_STREET.test(match[0]) || /^\d{1,6}[A-Za-z]?,? \d/.test(match[0]))
    return undefined;
  const rest = text.slice(span.end, span.end + 70);
  const tail = REST.exec(rest) ?? UNIT.exec(rest);
  return { start: span.start, end: span.end + (tail === null ? 0 : tail[0].length) };
}
