import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocx } from './docx-writer.ts';
import { writePdf } from './pdf-writer.ts';
import { parseSampleBlocks } from './sample-blocks.ts';

/** A document in samples/knowledge that is made from a text in samples/source. */
export interface SampleFile {
  /** Path relative to samples/knowledge. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Makes the PDF and the Word documents of the samples. Reads samples/source, writes nothing. */
export function makeSampleFiles(samplesDir: string): readonly SampleFile[] {
  const read = (name: string) => parseSampleBlocks(readFileSync(join(samplesDir, 'source', name), 'utf8'));
  return [
    { path: 'en/fee-schedule.pdf', bytes: writePdf(read('fee-schedule.md')) },
    { path: 'en/expense-policy.docx', bytes: writeDocx(read('expense-policy.md')) },
    { path: 'zh/travel-standards.docx', bytes: writeDocx(read('travel-standards.md')) },
  ];
}
