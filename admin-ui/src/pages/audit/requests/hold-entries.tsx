import type { ReactNode } from 'react';
import type { HoldScope } from '../../../data/audit-requests.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** Which entries a hold is about, in words. */
export function HoldEntries({ scope }: { readonly scope: HoldScope }): ReactNode {
  const t = useTexts(auditRequests);
  const format = useFormat();
  const { actor, exchange, from, to } = scope;
  const parts = [
    ...(actor === undefined ? [] : [t.ofPerson(actor)]),
    ...(exchange === undefined ? [] : [t.ofExchange(exchange)]),
    ...(from === undefined ? [] : [t.since(format.time(new Date(from)))]),
    ...(to === undefined ? [] : [t.before(format.time(new Date(to)))]),
  ];
  return parts.length === 0 ? t.everything : parts.join(', ');
}
