import { formatError, type FormatProblem } from './format-error.ts';
import type { DetectedFormat } from './detect-format.ts';

const signatures: readonly (readonly [start: string, format: DetectedFormat])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['\u0089PNG\r\n\u001A\n', 'png'],
  ['\u00FF\u00D8\u00FF', 'jpeg'],
  ['II*\u0000', 'tiff'],
  ['MM\u0000*', 'tiff'],
];

const refusals: readonly (readonly [pattern: RegExp, problem: FormatProblem, message: string])[] = [
  [
    /^\{\\rtf/u,
    'old-format',
    'Rich text (RTF) is not read. Open it in Word or LibreOffice and save it as DOCX.',
  ],
  [
    /^(?:Rar!|7z\u00BC\u00AF|BZh)/u,
    'unsupported',
    'This kind of archive is not read. Pack the files as ZIP and retry.',
  ],
  [
    /^(?:GIF8|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif))/su,
    'unsupported',
    'This kind of picture is not read. Save it as PNG, JPEG or TIFF and retry.',
  ],
  [/^(?:MZ|\u007FELF)/u, 'unsupported', 'This is a program, not a document.'],
];

const OLE_START = 'D0CF11E0A1B11AE1';
/** Streams of the compound files of older Office programs, by the names in their directories. */
const oleStreams: readonly (readonly [stream: string, problem: FormatProblem, message: string])[] = [
  ['EncryptedPackage', 'locked', 'The file is locked with a password. Save it without one and retry.'],
  [
    'WordDocument',
    'old-format',
    'Old Word files (.doc) are not read. Open it in Word or LibreOffice and save it as DOCX.',
  ],
  [
    'PowerPoint Document',
    'old-format',
    'Old PowerPoint files (.ppt) are not read. Open it in PowerPoint or LibreOffice and save it as PPTX.',
  ],
  ['__substg1.0_', 'old-format', 'Outlook messages (.msg) are not read. Save the message as EML and retry.'],
  [
    'Workbook',
    'old-format',
    'Old Excel files (.xls) are not read. Open it in Excel or LibreOffice and save it as XLSX.',
  ],
  [
    'Book',
    'old-format',
    'Old Excel files (.xls) are not read. Open it in Excel or LibreOffice and save it as XLSX.',
  ],
];

/**
 * The format that the first bytes of a file tell; undefined when they tell none, as in text.
 * @throws AppError ERR_KNOWLEDGE_FORMAT for a format that is known and not read: the message says what to save it as.
 */
export function formatOfBytes(bytes: Buffer): DetectedFormat | undefined {
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (bytes.subarray(0, 8).toString('hex').toUpperCase() === OLE_START) throw oleRefusal(bytes);
  for (const [pattern, problem, message] of refusals) {
    if (pattern.test(head)) throw formatError(problem, message);
  }
  return signatures.find(([start]) => head.startsWith(start))?.[1];
}

function oleRefusal(bytes: Buffer): Error {
  const [, problem, message] = oleStreams.find(([stream]) =>
    bytes.includes(Buffer.from(stream, 'utf16le')),
  ) ?? [
    '',
    'old-format' as const,
    'Files of older Office programs are not read. Save it as DOCX, XLSX or PPTX and retry.',
  ];
  return formatError(problem, message);
}
