import type { Finding } from '../../../server/domain/masked.ts';
import type { GoldSpan, LabelledText } from '../data-sets.ts';
import { createScore, type Score } from '../score.ts';
import { type Half, halfOf, makeChatTexts, makeFormalTexts } from './chinese-corpus.ts';
import { cleanTexts } from './clean-texts.ts';
import { chatDistractors, formalDistractors } from './distractors.ts';
import { nearNames } from './near-names.ts';
import { makeVariedTexts } from './varied-corpus.ts';

const TEXTS = 3000;

/** Prints how Chinese texts made from the seed are masked, formal ones and chat, and what is masked in clean ones. */
export function reportChinese(find: (text: string) => readonly Finding[], seed: number): void {
  const halves: readonly Half[] = ['development', 'held-out'];
  for (const half of halves) {
    printScores(`Chinese, formal, ${half} templates, seed ${seed}`, makeFormalTexts(seed, half, TEXTS), find);
    printScores(`Chinese, chat, ${half} templates, seed ${seed}`, makeChatTexts(seed, half, TEXTS), find);
    for (const register of ['formal', 'chat'] as const) {
      const texts = makeVariedTexts(seed, register, half, TEXTS);
      printScores(`Chinese, varied ${register}, ${half} half, seed ${seed}`, texts, find);
    }
    const near = halfOf(nearNames, half);
    console.log(
      `\nChinese, near names, ${half} half: ${countFlagged(near, find)} of ${near.length} texts flagged`,
    );
  }
  const clean = [...cleanTexts, ...formalDistractors, ...chatDistractors].filter(
    (text) => !text.includes('{'),
  );
  console.log(`\nChinese, clean: ${countFlagged(clean, find)} of ${clean.length} texts flagged`);
}

function countFlagged(texts: readonly string[], find: (text: string) => readonly Finding[]): number {
  return texts.filter((text) => find(text).length > 0).length;
}

function printScores(
  title: string,
  texts: readonly LabelledText[],
  find: (text: string) => readonly Finding[],
): void {
  const byType = new Map<string, Score>();
  for (const { text, gold } of texts) {
    const findings = find(text);
    for (const span of gold) scoreOf(byType, span.name).addGold(span, findings, text);
    for (const finding of findings) {
      const target = gold.find((span) => span.types.includes(finding.type));
      if (!gold.some((span) => isExact(span, finding)))
        scoreOf(byType, target?.name ?? finding.type).addWrong();
    }
  }
  console.log(`\n${title}\n${'type'.padEnd(24)}    n  leak recall  strict P  strict R  strict F1`);
  const total = createScore();
  for (const [type, score] of [...byType].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(score.format(type));
    total.addScore(score);
  }
  console.log(total.format('all'));
}

function isExact(span: GoldSpan, finding: Finding): boolean {
  return span.types.includes(finding.type) && finding.start === span.start && finding.end === span.end;
}

function scoreOf(scores: Map<string, Score>, type: string): Score {
  const known = scores.get(type);
  if (known !== undefined) return known;
  const score = createScore();
  scores.set(type, score);
  return score;
}
