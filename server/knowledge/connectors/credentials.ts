/** What a source wants to know before it answers. Kept sealed, never returned, never logged. */
export interface Credentials {
  /** User name or access key id. */
  readonly user: string;
  /** Password, token or secret key. */
  readonly secret: string;
}

/** The header of HTTP Basic authentication (RFC 7617), in UTF-8; none without credentials. */
export function basicAuthorization(credentials: Credentials | undefined): Record<string, string> {
  if (credentials === undefined) return {};
  const pair = Buffer.from(`${credentials.user}:${credentials.secret}`, 'utf8').toString('base64');
  return { authorization: `Basic ${pair}` };
}
