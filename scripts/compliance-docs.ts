import { type Clause, type Law, laws } from '../server/audit/compliance/clause.ts';
import { clauses } from '../server/audit/compliance/clauses.ts';

const titles: Readonly<Record<Law, string>> = {
  gdpr: 'GDPR',
  'eu-ai-act': 'EU AI Act',
  hipaa: 'HIPAA Security Rule',
  'pci-dss': 'PCI DSS 4.0.1',
  'iso-27001': 'ISO/IEC 27001:2022, Annex A',
  'sec-17a-4': 'SEC Rule 17a-4',
  'gb-22239': '等级保护 GB/T 22239-2019, level 3',
};

/** docs/compliance.md: what the log has to show for each clause, from the clauses themselves. */
export function renderComplianceDocs(): string {
  return `# What the audit log shows for laws and standards

Generated from \`server/audit/compliance\` (\`npm run docs\`). \`npm run -s cli -- audit report --clause ID\` counts the entries of a period for a clause, with the
first and the last of them; the page *Audit, Compliance* shows the same. The report says what is there. Whether a law is kept is for the organisation to judge.

**Not checked against the legal text.** These are an engineer's readings of published summaries, no legal advice; none was compared word for word with the official
text, and those marked ‡ rest on memory. Have counsel read them before you rely on one.

Where laws pull in different directions, the organisation decides and writes down why: a short maximum for logs (CNIL recommends 6 to 12 months) against long minima (HIPAA 6 years,
SEC 17a-4), erasure (GDPR 17) against records from which the original can be made again (17a-4), and *who did it* against actors that are random ids.
${laws.map(renderLaw).join('')}`;
}

function renderLaw(law: Law): string {
  const rows = clauses.filter((clause) => clause.law === law).map(renderClause);
  return `
## ${titles[law]}

| clause | asks | the log shows | left to the organisation |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function renderClause({ id, number, asks, evidence, also, left, fromMemory }: Clause): string {
  const shown = evidence.map(
    ({ shows, types }) => `${shows.en} (${types.map((type) => `\`${type}\``).join(', ')})`,
  );
  const cells = [
    `${number}${fromMemory === true ? ' ‡' : ''}<br>\`${id}\``,
    asks.en,
    [...shown, ...(also === undefined ? [] : [also.en])].join('<br>'),
    left?.en ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
