import { readFileSync } from 'node:fs';
import type { FiguresByLanguage } from '../server/knowledge/evaluation/figures.ts';
import { figuresByLanguage } from '../server/knowledge/evaluation/figures.ts';
import { calibrate } from '../server/knowledge/evaluation/calibrate.ts';
import { parseQuestions } from '../server/knowledge/evaluation/question.ts';
import { describeResults } from './eval-rag/describe-results.ts';
import { figuresTable } from './eval-rag/figures-table.ts';
import { measureFolder, type Measured } from './eval-rag/measure-folder.ts';
import { withCmrc } from './eval-rag/with-cmrc.ts';

/**
 * Asks questions through the whole product with the starter models and prints how the answers were.
 *
 *     npm run eval:rag                                the questions of samples/
 *     npm run eval:rag -- QUESTIONS.jsonl FOLDER      your own
 *     npm run eval:rag -- --cmrc FILE [SEED]          400 questions of a CMRC 2018 file, 40 % of its paragraphs removed
 *
 * EVAL_VERBOSE=1 prints each answer, too.
 */
async function main(args: readonly string[]): Promise<void> {
  const measured = await measure(args);
  if (process.env['EVAL_VERBOSE'] !== undefined) console.log(describeResults(measured));
  const figures: FiguresByLanguage = figuresByLanguage(measured.results);
  console.log(figuresTable(figures));
  const calibration = calibrate(measured.results);
  if (calibration !== undefined) {
    const { threshold, answered, declined } = calibration;
    console.log(
      `\nBest threshold for these questions: ${threshold} (${percent(answered)} answered, ${percent(declined)} declined)`,
    );
  }
}

function measure(args: readonly string[]): Promise<Measured> {
  const [first = 'samples/questions.jsonl', second] = args;
  if (first === '--cmrc') return withCmrc(second ?? '', Number(args[2] ?? 1), measureFolder);
  return measureFolder(parseQuestions(readFileSync(first, 'utf8')), second ?? 'samples/knowledge');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

await main(process.argv.slice(2));
