import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createParserPool, defaultParserLimits } from '../../../server/knowledge/parsers/parser-pool.ts';
import { parseFile } from '../../../server/knowledge/parsers/parse-file.ts';
import { createTextRecognition } from '../../../server/knowledge/recognition/text-recognition.ts';
import { createRecogniseMeter } from '../../../server/knowledge/recognition/recognise-meter.ts';
import { noRecognition } from '../../helpers/recognition-programs.ts';
import { pictureOf, scannedPdf } from '../../helpers/scan-files.ts';
import { zipArchive } from '../../helpers/zip-archive.ts';

const fees = readFileSync('samples/knowledge/en/fee-schedule.pdf');
const scan = (name: string): Buffer => readFileSync(`tests/fixtures/scans/${name}.png`);
const blank = scannedPdf([Buffer.alloc(0)]);

describe.skipIf(noRecognition)('text recognition', () => {
  test('scanned pages, in a PDF that has text on other pages as well, in pictures and in archives', async () => {
    await using pool = createParserPool(defaultParserLimits, createTextRecognition());
    const scanned = scannedPdf([pictureOf(fees, 'jpeg', 2), Buffer.alloc(0)]);
    const read = await pool.read(
      'all.zip',
      zipArchive([
        { name: 'scan.pdf', content: scanned },
        { name: 'hans.png', content: scan('zh-hans') },
        { name: 'hant.png', content: scan('zh-hant') },
        { name: 'page.tiff', content: pictureOf(fees, 'tiff') },
      ]),
    );
    const text = read.chunks.map((chunk) => chunk.text).join('\n');
    expect(text).toContain('An international transfer ordered at a branch costs $35.');
    expect(text).toContain('出差期间的住宿费上限为每晚四百五十元，超出部分须由部门经理书面批准');
    expect(text).toContain('由部門經理書面批准');
    expect(read.chunks.map(({ location }) => location)).toContainEqual(
      expect.stringMatching(/^scan\.pdf › p\. 1/u),
    );
    expect(read.warnings.map(({ code, count }) => [code, count])).toEqual([
      ['text-recognised', 1],
      ['pages-without-text', 1],
      ['text-recognised', 1],
      ['text-recognised', 1],
      ['text-recognised', 1],
    ]);
  }, 60_000);

  test('a picture without text, and one that is damaged, are refused', async () => {
    const recognise = createRecogniseMeter(createTextRecognition(), defaultParserLimits);
    const { signal } = new AbortController();
    const read = (source: string, bytes: Buffer): Promise<unknown> =>
      parseFile(source, bytes, defaultParserLimits, (request) => recognise(request, signal));
    await expect(read('a.pdf', blank)).rejects.toMatchObject({ reason: 'no-text' });
    await expect(read('a.png', scan('zh-hans').subarray(0, 900))).rejects.toMatchObject({
      reason: 'no-text',
    });
  });

  test('a file over a limit of recognition says so, and stopping ends the programs', async () => {
    const none = createRecogniseMeter(createTextRecognition(), {
      recognisedPages: 0,
      recognitionMilliseconds: 1,
    });
    const { signal } = new AbortController();
    await expect(
      parseFile('a.pdf', blank, defaultParserLimits, (request) => none(request, signal)),
    ).rejects.toMatchObject({ reason: 'scan' });
    const stopped = AbortSignal.abort();
    const stop = createRecogniseMeter(createTextRecognition(), defaultParserLimits);
    await expect(stop({ kind: 'image', bytes: scan('zh-hans') }, stopped)).resolves.toMatchObject({
      ok: false,
    });
  });
});

test('without the programs, the reason names the packages to install', async () => {
  await using pool = createParserPool();
  await expect(pool.read('a.png', scan('zh-hans'))).rejects.toThrow(/tesseract-ocr-chi-sim.*poppler-utils/u);
  await expect(pool.read('a.pdf', blank)).rejects.toThrow(/no text layer.*tesseract-ocr/u);
});
