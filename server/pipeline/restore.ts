import type { Evidence, Source } from '../domain/evidence.ts';
import type { Recorded, Restored } from '../domain/exchange.ts';
import { placeholdersIn } from '../domain/placeholder.ts';
import { formOf } from './release.ts';

/** Puts the originals back where policy lets this caller see them, and keeps the counts of what was masked. */
export function restore(recorded: Recorded): Restored {
  const { vault, obligations, intent, outcome } = recorded;
  const isShown = obligations.restore === 'all';
  const show = isShown ? (text: string) => vault.restore(text) : (text: string) => text;
  return {
    id: recorded.id,
    model: recorded.model.id,
    answer: isShown ? vault.restore(recorded.answer, formOf(recorded)) : recorded.answer,
    sources: recorded.cited.map((evidence) => toSource(evidence, show)),
    decision: recorded.decision,
    check: recorded.check,
    finish: recorded.finish,
    usage: recorded.usage,
    redaction: vault.counts(),
    warned: vault.warned(),
    withheld: isShown ? vault.withheld(recorded.answer) : placeholdersIn(recorded.answer).length,
    maskProfile: obligations.maskProfile,
    receipt: { intent: intent.seq, outcome: outcome.seq, leaf: outcome.hash },
    seen: { messages: recorded.prompt, answer: recorded.answer },
  };
}

function toSource(evidence: Evidence, show: (text: string) => string): Source {
  return {
    id: evidence.chunk,
    number: evidence.number,
    document: evidence.document,
    attached: evidence.collection === undefined,
    title: show(evidence.title),
    location: show(evidence.location),
    score: evidence.score,
    quote: show(evidence.sentence),
    ...(evidence.approval === undefined ? {} : { approval: evidence.approval }),
  };
}
