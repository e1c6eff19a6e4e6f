import type { Writable } from 'node:stream';
import type { VerifyReport } from '../audit/verify.ts';
import type { Generated, Grounded, Intended, Masked, Recorded, Restored } from '../domain/exchange.ts';

/** Tells one exchange to somebody who has never seen the product. */
export interface Narrator {
  typed(message: string): void;
  masked(masked: Masked): void;
  grounded(grounded: Grounded): void;
  intended(intended: Intended): void;
  generated(generated: Generated): void;
  recorded(recorded: Recorded): void;
  restored(restored: Restored): void;
  verified(report: VerifyReport): void;
}

const WIDTH = 96;

export function createNarrator(out: Writable): Narrator {
  let step = 0;
  const stage = (title: string, ...lines: readonly string[]): void => {
    step += 1;
    out.write(
      `\n ${step}  ${title}\n${lines
        .flatMap((line) => wrap(line))
        .map((line) => `    ${line}\n`)
        .join('')}`,
    );
  };
  return {
    typed: (message) => stage('Typed by a member of staff', message),
    masked({ messages, vault }) {
      stage(
        'Masked: all that any model will ever see',
        ...messages.map(({ content }) => content),
        '',
        countLine(vault.counts()),
      );
    },
    grounded({ evidence, strength }) {
      const found = evidence.map(
        ({ number, title, location, sentence }) =>
          `[${number}] ${[title, location].filter(Boolean).join(' › ')}: ${sentence}`,
      );
      stage(`Found in the bank's own documents (evidence: ${strength})`, ...found);
    },
    intended({ intent, policy }) {
      stage(
        'Recorded before any model is called',
        `Audit entry ${intent.seq}, hash ${short(intent.hash)}, policy bundle ${short(policy.bundle)}, decided by ${policy.reasons.join(', ')}`,
      );
    },
    generated({ answer, decision, check, model }) {
      stage(
        `Answered by ${model.id} (${decision}; ${check.supported} supported, ${check.removed} removed)`,
        answer,
      );
    },
    recorded({ outcome }) {
      stage(
        'Recorded before the answer is released',
        `Audit entry ${outcome.seq}, hash ${short(outcome.hash)}`,
      );
    },
    restored({ answer, sources, receipt }) {
      const lines = sources.map(({ number, title, document }) => `[${number}] ${title} (${document})`);
      stage(
        'Shown to the member of staff, with the originals put back',
        answer,
        ...lines,
        '',
        `Receipt: entries ${receipt.intent} and ${receipt.outcome}, leaf ${short(receipt.leaf)}`,
      );
    },
    verified(report) {
      stage('The whole log, verified', report.summary);
      out.write('\n');
    },
  };
}

function countLine(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([type, count]) => `${count} × ${type}`);
  return parts.length === 0 ? 'Nothing had to be masked.' : `Masked: ${parts.join(', ')}`;
}

function short(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}

/** Breaks a line at spaces; Chinese characters take two columns and may break anywhere. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? ['']) {
    const columns = /[\u2e80-\uffef]/u.test(word) ? 2 : word.length;
    if (width + columns > WIDTH && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    line += line === '' ? word.trimStart() : word;
    width += columns;
  }
  return [...lines, line.trimEnd()];
}
