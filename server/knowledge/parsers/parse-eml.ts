import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { cleanFile } from '../cleaning/clean-file.ts';
import { parseHtml } from './parse-html.ts';
import { type FilePart, parseParts } from './parse-parts.ts';
import { partName, type PartReport } from './part-report.ts';
import { paragraphLines } from './parse-text.ts';
import type { Block, ParsedFile } from './parsed-file.ts';
import type { Reading } from './reading.ts';
import { tidyLine } from './section-builder.ts';

const MAX_NESTING = 50;
const MAX_ATTACHMENTS = 200;
/** Pictures in the text smaller than this are logos and icons. */
const LOGO_BYTES = 20_000;
/** A text version that has less than this share of the HTML's text is only a pointer to it. */
const POINTER_SHARE = 0.5;

/**
 * A mail (RFC 5322, MIME): who wrote it to whom and when, its text, and its attachments, read as the files they are. Places of
 * attachments begin with `attachment NAME`. Signatures and encryption are not looked into.
 */
export async function parseEml(bytes: Buffer, reading: Reading): Promise<ParsedFile> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING, forceRfc822Attachments: true });
  const body = bodyOf(mail);
  reading.budget.takeText(body.blocks.reduce((sum, { text }) => sum + text.length, 0));
  const attached = mail.attachments.map((attachment, at) => ({
    isRead: at < MAX_ATTACHMENTS && isFile(attachment),
    part: toPart(attachment, at),
  }));
  const wanted = attached.filter(({ isRead }) => isRead).map(({ part }) => part);
  const parts = await parseParts(wanted, reading);
  if (body.blocks.length === 0 && parts.blocks.length === 0 && parts.failure !== undefined)
    throw parts.failure;
  const subject = tidyLine(mail.subject ?? '');
  const own = cleanFile(
    { ...body, title: subject === '' ? undefined : subject, blocks: [...headerBlock(mail), ...body.blocks] },
    'eml',
  );
  return {
    title: own.title,
    blocks: [...own.blocks, ...parts.blocks],
    warnings: [...(own.warnings ?? []), ...parts.warnings],
    parts: [...parts.parts, ...attached.filter(({ isRead }) => !isRead).map(({ part }) => skipped(part))],
    ...(parts.pages === undefined ? {} : { pages: parts.pages }),
  };
}

function skipped({ name }: FilePart): PartReport {
  return { name: partName(name), outcome: 'skipped' };
}

function headerBlock(mail: Email): Block[] {
  const lines = [
    ['Subject', mail.subject],
    ['From', namesOf(mail.from === undefined ? [] : [mail.from])],
    ['To', namesOf(mail.to ?? [])],
    ['Cc', namesOf(mail.cc ?? [])],
    ['Date', mail.date?.replace(/T(?<time>\d\d:\d\d).*$/u, ' $<time>')],
  ].map(([name = '', value = '']) => [name, tidyLine(value)]);
  const text = lines.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`])).join('\n');
  return textBlocks(text);
}

function namesOf(addresses: readonly Address[]): string {
  return addresses
    .flatMap((address) => (address.group === undefined ? [address] : address.group))
    .map(({ name, address }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ');
}

/** The HTML when there is no other text, or when the other only points to it. */
function bodyOf({ text = '', html = '' }: Email): ParsedFile {
  const lines = paragraphLines(text.replaceAll(/^(?:>[ \t]?)+/gmu, '')).map(tidyLine);
  const own = { title: undefined, blocks: textBlocks(lines.filter((line) => line !== '').join('\n')) };
  if (html.trim() === '') return own;
  const rich = parseHtml(html);
  return lengthOf(own) < lengthOf(rich) * POINTER_SHARE ? rich : own;
}

function textBlocks(text: string): Block[] {
  return text === '' ? [] : [{ location: '', text }];
}

function lengthOf({ blocks }: ParsedFile): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function isFile(attachment: Attachment): boolean {
  const isLogo = attachment.related === true && sizeOf(attachment) < LOGO_BYTES;
  return !isLogo && !/^(?:application\/(?:pkcs7|pgp|x-pkcs7)|text\/calendar)/u.test(attachment.mimeType);
}

function sizeOf({ content }: Attachment): number {
  return typeof content === 'string' ? content.length : content.byteLength;
}

function toPart({ filename, mimeType, content }: Attachment, at: number): FilePart {
  const name = tidyLine(filename ?? '') || `${at + 1}${endings[mimeType] ?? ''}`;
  return {
    name,
    place: `attachment ${name}`,
    read: () => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content))),
  };
}

/** Endings for attachments without a name whose bytes do not tell what they are. */
const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/csv': '.csv',
  'text/markdown': '.md',
  'application/json': '.json',
};
