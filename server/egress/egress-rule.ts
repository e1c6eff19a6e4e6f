/** One host that the product may connect to. */
export interface EgressRule {
  /** As the URL standard writes it: small letters, punycode, IPv6 in brackets. */
  readonly host: string;
  /** This port only; 80 and 443 when absent. */
  readonly port?: number;
}

const webPorts: readonly number[] = [80, 443];

/** Reads `host`, `host:port` or `[IPv6]:port`. Undefined when the text is anything else. */
export function parseEgressRule(text: string): EgressRule | undefined {
  const [, name, digits] = /^(\[[0-9a-f:.]+\]|[^\s:/?#@*\\]+)(?::(\d{1,5}))?$/i.exec(text) ?? [];
  if (name === undefined || !URL.canParse(`https://${name}/`)) return undefined;
  const host = new URL(`https://${name}/`).hostname;
  if (digits === undefined) return { host };
  const port = Number(digits);
  return port >= 1 && port <= 65_535 ? { host, port } : undefined;
}

export function allowsUrl(rules: readonly EgressRule[], url: URL): boolean {
  const port = portOf(url);
  return rules.some(
    (rule) =>
      rule.host === url.hostname && (rule.port === undefined ? webPorts.includes(port) : rule.port === port),
  );
}

/** The TCP port of an http or https URL. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
