import { createHash, verify, type X509Certificate } from 'node:crypto';
import {
  childrenOf,
  CONTEXT_0,
  der,
  type DerValue,
  GENERALIZED_TIME,
  INTEGER,
  OBJECT_ID,
  OCTET_STRING,
  readDer,
  SEQUENCE,
  SET,
} from './der.ts';

/** Time stamps of RFC 3161 with SHA-256, and their check against one certificate that policy names. */

const SHA_256 = Buffer.from('608648016503040201', 'hex');
const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex');
const TIME_STAMP_INFO = Buffer.from('2a864886f70d0109100104', 'hex');
const CONTENT_TYPE = Buffer.from('2a864886f70d010903', 'hex');
const MESSAGE_DIGEST = Buffer.from('2a864886f70d010904', 'hex');
/** Extended key usage that a certificate of a time-stamping authority must have (RFC 3161 §2.3). */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const digestNames: ReadonlyMap<string, string> = new Map([
  ['608648016503040201', 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
]);

/** Why a time stamp is not accepted. */
export class TimeStampError extends Error {
  override readonly name = 'TimeStampError';
}

/** What is asked of the authority. `nonce` is at most 8 bytes and ties the answer to this request. */
export function timeStampRequest(digest: Buffer, nonce: Buffer): Buffer {
  const algorithm = der(SEQUENCE, der(OBJECT_ID, SHA_256), Buffer.of(0x05, 0));
  const imprint = der(SEQUENCE, algorithm, der(OCTET_STRING, digest));
  const wantsCertificate = Buffer.of(0x01, 0x01, 0xff);
  return der(SEQUENCE, der(INTEGER, Buffer.of(1)), imprint, nonceOf(nonce), wantsCertificate);
}

/** A positive integer: the first bit of its first byte is not set. */
function nonceOf(nonce: Buffer): Buffer {
  return der(INTEGER, Buffer.of(0x01), nonce);
}

/**
 * When the authority says that it saw the digest. The answer is hostile input.
 * @throws TimeStampError when it is refused, damaged, about something else, or not signed by the certificate
 */
export function openTimeStamp(
  response: Buffer,
  asked: { readonly digest: Buffer; readonly nonce: Buffer },
  certificate: X509Certificate,
): Date {
  try {
    const [status, token] = childrenOf(expectTag(readDer(response), SEQUENCE));
    const granted = status && childrenOf(status)[0]?.body;
    if (token === undefined || (granted?.[0] ?? 2) > 1) throw new TimeStampError('the authority refused');
    const info = openSignedData(token, certificate);
    return readInfo(info, asked, certificate);
  } catch (error) {
    if (error instanceof RangeError) throw new TimeStampError('it is damaged');
    throw error;
  }
}

/** The signed content, its signature checked (RFC 5652 §5). */
function openSignedData(token: DerValue, certificate: X509Certificate): Buffer {
  const [type, wrapped] = childrenOf(token);
  if (type?.body.equals(SIGNED_DATA) !== true || wrapped === undefined)
    throw new TimeStampError('it is no signed data');
  const [signedData] = childrenOf(wrapped);
  const parts = signedData === undefined ? [] : childrenOf(signedData);
  const [contentType, content] = parts[2] === undefined ? [] : childrenOf(parts[2]);
  const info = content && childrenOf(content)[0]?.body;
  if (contentType?.body.equals(TIME_STAMP_INFO) !== true || info === undefined)
    throw new TimeStampError('it is no time stamp');
  const signers = parts.filter(({ tag }) => tag === SET).at(-1);
  const [signer] = signers === undefined ? [] : childrenOf(signers);
  if (signer === undefined) throw new TimeStampError('nobody has signed it');
  checkSigner(signer, info, certificate);
  return info;
}

function checkSigner(signer: DerValue, info: Buffer, certificate: X509Certificate): void {
  const parts = childrenOf(signer);
  const [, , algorithm, attributes] = parts;
  const signature = parts.find(({ tag }) => tag === OCTET_STRING)?.body;
  const digestName = algorithm && digestNames.get(childrenOf(algorithm)[0]?.body.toString('hex') ?? '');
  if (digestName === undefined || attributes?.tag !== CONTEXT_0 || signature === undefined)
    throw new TimeStampError('its signature has an unknown form');
  const said = new Map(childrenOf(attributes).map((attribute) => readAttribute(attribute)));
  const digest = createHash(digestName).update(info).digest();
  const fits =
    said.get(MESSAGE_DIGEST.toString('hex'))?.equals(digest) === true &&
    said.get(CONTENT_TYPE.toString('hex'))?.equals(TIME_STAMP_INFO) === true;
  // What is signed is the set of attributes as such, under its own tag (RFC 5652 §5.4).
  const signed = Buffer.concat([Buffer.of(SET), attributes.whole.subarray(1)]);
  if (!fits || !verify(digestName, signed, certificate.publicKey, signature))
    throw new TimeStampError('its signature is wrong');
}

function readAttribute(attribute: DerValue): readonly [type: string, value: Buffer | undefined] {
  const [type, values] = childrenOf(attribute);
  return [type?.body.toString('hex') ?? '', values && childrenOf(values)[0]?.body];
}

function readInfo(
  info: Buffer,
  { digest, nonce }: { readonly digest: Buffer; readonly nonce: Buffer },
  certificate: X509Certificate,
): Date {
  const parts = childrenOf(expectTag(readDer(info), SEQUENCE));
  const imprint = parts[2] && childrenOf(parts[2]);
  if (imprint?.[1]?.body.equals(digest) !== true) throw new TimeStampError('it is about something else');
  if (!parts.slice(4).some(({ whole }) => whole.equals(nonceOf(nonce))))
    throw new TimeStampError('it answers another request');
  const at = readTime(parts.find(({ tag }) => tag === GENERALIZED_TIME)?.body.toString('latin1') ?? '');
  const valid = new Date(certificate.validFrom) <= at && at <= new Date(certificate.validTo);
  // A certificate without the extension has none, whatever its type says.
  if (!valid || !new Set(certificate.keyUsage).has(TIME_STAMPING))
    throw new TimeStampError('its certificate is not valid for time stamps');
  return at;
}

/** RFC 3161 §2.4.2: UTC, with a fraction or without. */
function readTime(text: string): Date {
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
  if (Number.isNaN(at.getTime())) throw new TimeStampError('its time is none');
  return at;
}

function expectTag(value: DerValue, tag: number): DerValue {
  if (value.tag === tag) return value;
  throw new TimeStampError('it is damaged');
}
