import type { Leaf } from './leaf.ts';
import { type SiemFacts, siemFacts } from './siem-facts.ts';

/** An entry as one line of ArcSight Common Event Format (CEF:0). Control characters cannot occur in an entry. */
export function toCef(leaf: Leaf, hash: string): string {
  const facts = siemFacts(leaf);
  const header = ['CEF:0', 'Intramura', 'Intramura', leaf.version, leaf.type, leaf.type, severity(facts)];
  const extension = Object.entries(fields(leaf, hash, facts)).map(
    ([name, value]) => `${name}=${escapeValue(value)}`,
  );
  return `${header.map(escapeHeader).join('|')}|${extension.join(' ')}`;
}

function fields(
  leaf: Leaf,
  hash: string,
  { actor, exchange, model, code, failed }: SiemFacts,
): Record<string, string> {
  return {
    rt: String(Date.parse(leaf.at)),
    externalId: String(leaf.seq),
    deviceExternalId: leaf.origin,
    outcome: failed ? 'failure' : 'success',
    ...(actor === undefined ? {} : { suid: actor.id }),
    ...(code === undefined ? {} : { reason: code }),
    cs1Label: 'leaf',
    cs1: hash,
    ...(exchange === undefined ? {} : { cs2Label: 'exchange', cs2: exchange }),
    ...(model === undefined ? {} : { cs3Label: 'model', cs3: model }),
  };
}

/** CEF counts from 0 to 10. */
function severity({ severity: level }: SiemFacts): string {
  return String(level * 2 - 1);
}

function escapeHeader(text: string): string {
  return text.replaceAll(/[\\|]/g, String.raw`\$&`);
}

function escapeValue(text: string): string {
  return text.replaceAll(/[\\=]/g, String.raw`\$&`);
}
