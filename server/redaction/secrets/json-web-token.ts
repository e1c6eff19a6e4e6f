/** Whether the first part of a JSON Web Token is a JOSE header: JSON that names an algorithm (RFC 7515, 4.1.1). */
export function isJoseHeader(encoded: string): boolean {
  try {
    const header: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return typeof header === 'object' && header !== null && ('alg' in header || 'enc' in header);
  } catch {
    return false;
  }
}
