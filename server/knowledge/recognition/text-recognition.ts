import { readTsv } from './read-tsv.ts';
import type { RecognisedPage, RecogniseRequest } from './recognised-page.ts';
import { type ProgramLimits, runLimited } from './run-limited.ts';

/** Reads text from pictures with programs of the machine: tesseract, and pdftoppm of poppler. */
export interface TextRecognition {
  /**
   * The pages asked for, or those of the picture, in their order; a page without legible text has no lines, and
   * neither has one that went over a limit or that `milliseconds` did not reach. Undefined when the programs are not installed.
   */
  recognise(
    request: RecogniseRequest,
    signal: AbortSignal,
    milliseconds: number,
  ): Promise<readonly RecognisedPage[] | undefined>;
}

export const defaultRecognitionLimits: ProgramLimits = {
  milliseconds: 60_000,
  memoryBytes: 2 * 1024 * 1024 * 1024,
  outputBytes: 64 * 1024 * 1024,
};

/** Pixels of a page's longer side: about 220 to the inch for A4, whatever size a hostile page claims. */
const PAGE_PIXELS = '2600';
/** Languages that are tried, in this order; Chinese pages hold English words as well. */
const wantedLanguages = ['eng', 'chi_sim+eng', 'chi_tra+eng'] as const;
/** From this confidence on, English is not doubted, and neither is the language of the page before. */
const SURE = 80;

interface Attempt {
  readonly languages: string;
  readonly pages: readonly RecognisedPage[];
  readonly confidence: number;
}

export function createTextRecognition(limits: ProgramLimits = defaultRecognitionLimits): TextRecognition {
  return {
    async recognise(request, signal, milliseconds) {
      const deadline = performance.now() + milliseconds;
      const run: Run = (name, args, input) => runLimited({ name, args, input }, limits, signal);
      const languages = await installedLanguages(run);
      if (languages.length === 0) return undefined;
      const read = createReader(run, languages);
      if (request.kind === 'image') return legible(read(request.bytes), signal);
      const pages: RecognisedPage[] = [];
      for (const page of request.pages) {
        if (performance.now() > deadline) break;
        const [found] = await legible(pictureOf(run, request.bytes, page).then(read), signal);
        pages.push({ lines: found?.lines ?? [], confidence: found?.confidence ?? 0, page });
      }
      return pages;
    },
  };
}

type Run = (name: string, args: readonly string[], input: Uint8Array) => Promise<Buffer>;

/** Asked for each file, so that installing the programs needs no restart. */
async function installedLanguages(run: Run): Promise<string[]> {
  const nothing = new Uint8Array();
  try {
    await run('pdftoppm', ['-v'], nothing);
    const listed = (await run('tesseract', ['--list-langs'], nothing)).toString('utf8').split('\n');
    return wantedLanguages.filter((languages) => languages.split('+').every((name) => listed.includes(name)));
  } catch {
    return [];
  }
}

function pictureOf(run: Run, pdf: Uint8Array, page: number): Promise<Uint8Array> {
  const number = String(page);
  return run('pdftoppm', ['-f', number, '-l', number, '-scale-to', PAGE_PIXELS, '-gray', '-png', '-'], pdf);
}

/** Reads picture after picture of one file, beginning with the language of the one before. */
function createReader(
  run: Run,
  languages: readonly string[],
): (image: Uint8Array) => Promise<readonly RecognisedPage[]> {
  let known: string | undefined;
  return async (image) => {
    const attempts: Attempt[] = [];
    for (const candidate of orderOf(languages, known)) {
      const attempt = await readIn(run, image, candidate);
      attempts.push(attempt);
      // Chinese read as English gives nonsense, but never nothing: the picture is empty.
      if (attempt.confidence === 0) break;
      if (attempt.confidence >= SURE && (candidate === known || candidate === wantedLanguages[0])) break;
    }
    const best = attempts.toSorted((left, right) => right.confidence - left.confidence)[0];
    if (best === undefined || best.confidence === 0) return [];
    known = best.languages;
    return best.pages;
  };
}

function orderOf(languages: readonly string[], known: string | undefined): string[] {
  return known === undefined ? [...languages] : [known, ...languages.filter((name) => name !== known)];
}

async function readIn(run: Run, image: Uint8Array, languages: string): Promise<Attempt> {
  const table = await run('tesseract', ['stdin', 'stdout', '-l', languages, '--psm', '3', 'tsv'], image);
  const pages = readTsv(table.toString('utf8'));
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  const total = pages.reduce((sum, page) => sum + page.confidence * page.characters, 0);
  return { languages, pages, confidence: characters === 0 ? 0 : total / characters };
}

/** A picture that no program can read, or not in time, is one without text; only being stopped ends the file. */
async function legible(
  reading: Promise<readonly RecognisedPage[]>,
  signal: AbortSignal,
): Promise<readonly RecognisedPage[]> {
  try {
    return await reading;
  } catch (error) {
    if (signal.aborted) throw error;
    return [];
  }
}
