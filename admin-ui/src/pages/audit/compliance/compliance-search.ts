import type { ClauseReport } from '../../../api/schema.ts';

export const laws = [
  'gdpr',
  'eu-ai-act',
  'hipaa',
  'pci-dss',
  'iso-27001',
  'sec-17a-4',
  'gb-22239',
] as const satisfies readonly ClauseReport['law'][];

/** What the address says: a law, and days as `YYYY-MM-DD`, both included. */
export interface ComplianceSearch {
  readonly law?: ClauseReport['law'];
  readonly from?: string;
  readonly to?: string;
}

/** Anything may stand in an address: what cannot be meant is left out. */
export function parseComplianceSearch(search: Readonly<Record<string, unknown>>): ComplianceSearch {
  const law = laws.find((name) => name === search['law']);
  const [from, to] = [toDay(search['from']), toDay(search['to'])];
  return {
    ...(law === undefined ? {} : { law }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function toDay(value: unknown): string | undefined {
  const isDay =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  return isDay ? value : undefined;
}
