import type { Turn } from '../../data/conversations.ts';

export interface MarkdownWords {
  readonly sources: string;
}

/** An answer with its sources, as Markdown. */
export function answerMarkdown({ answer, outcome }: Turn, words: MarkdownWords): string {
  const sources = outcome?.sources ?? [];
  if (sources.length === 0) return `${answer}\n`;
  const lines = sources.map(({ number, title, location, quote }) => {
    const place = location === '' ? title : `${title}, ${location}`;
    return `- [${number}] ${place}: “${quote}”`;
  });
  return `${answer}\n\n**${words.sources}**\n\n${lines.join('\n')}\n`;
}

/** A whole conversation as Markdown: each question as a heading, its answer below. */
export function conversationMarkdown(title: string, turns: readonly Turn[], words: MarkdownWords): string {
  const parts = turns.map((turn) => `## ${oneLine(turn.question)}\n\n${answerMarkdown(turn, words)}`);
  return [`# ${oneLine(title)}\n`, ...parts].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
