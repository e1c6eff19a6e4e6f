/**
 * A model process that speaks the protocol and misbehaves on request. What it does is the text of the last message
 * (or of the first text to embed); the argument says how it behaves while loading.
 */
import { writeSync } from 'node:fs';

const [onLoad = 'load', rssMib = '10'] = process.argv.slice(2);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const usage = { promptTokens: 3, completionTokens: 1 };
const aborted = new Set();

function load(id) {
  if (onLoad === 'load') say({ id, kind: 'loaded', rssMib: Number(rssMib) });
  if (onLoad === 'refuse') say({ id, kind: 'error', reason: 'failed', message: 'the weights are odd' });
  if (onLoad === 'die') process.abort();
}

function finishWhenAborted(id) {
  if (aborted.has(id)) say({ id, kind: 'end', finish: 'aborted', usage });
  else setTimeout(() => finishWhenAborted(id), 5);
}

function spin() {
  for (;;);
}

function generate(id, command) {
  say({ id, kind: 'text', text: 'begun ' });
  switch (command) {
    case 'crash':
      return setTimeout(() => process.exit(3), 20);
    case 'babble':
      return setTimeout(() => process.stdout.write('this is not an event\n'), 20);
    case 'spin':
      return setTimeout(spin, 20);
    case 'mute':
      return undefined;
    case 'until-aborted':
      return finishWhenAborted(id);
    case 'complain':
      process.stderr.write('SECRET-OF-A-CUSTOMER in a native message\n');
      return setTimeout(() => say({ id, kind: 'end', finish: 'stop', usage }), 20);
    case 'last-words':
      // Both are in their pipes before anybody can read the first and end this process.
      writeSync(2, 'SECRET-OF-A-CUSTOMER in a native message\n');
      return writeSync(1, 'this is not an event\n');
    case 'too-long':
      return say({ id, kind: 'error', reason: 'context', message: '9 tokens, 4 fit' });
    default:
      say({ id, kind: 'text', text: command });
      return say({ id, kind: 'end', finish: 'stop', usage });
  }
}

function embed(id, texts) {
  const vector = Buffer.from(new Float32Array([texts.length, 0.5]).buffer).toString('base64');
  say({ id, kind: 'vectors', vectors: texts.map(() => vector), tokens: texts.length });
}

/** A claim that its premise holds word for word follows from it; one with `not` denies it. */
function classify(id, pairs) {
  const logits = pairs.map(([premise, claim]) => [
    premise.includes(claim) ? 9 : 0,
    0,
    claim.includes(' not ') ? 9 : 0,
  ]);
  say({ id, kind: 'classified', labels: ['ENTAILMENT', 'neutral', 'contradiction'], logits });
}

function measure(id) {
  const round = {
    of: 'generation',
    promptTokens: 200,
    promptMs: 100,
    completionTokens: 50,
    completionMs: 500,
  };
  say({ id, kind: 'measured', round });
}

/** Finds the whole text, unless the text says how to fail. */
function recognise(id, text) {
  switch (text) {
    case 'crash':
      return process.exit(3);
    case 'mute':
      return undefined;
    case 'until-aborted':
      return finishWhenAborted(id);
    case 'complain':
      process.stderr.write('SECRET-OF-A-CUSTOMER in a native message\n');
      return say({ id, kind: 'error', reason: 'failed', message: 'odd' });
    case 'too-long':
      return say({ id, kind: 'error', reason: 'context', message: 'too long' });
    case 'beyond':
      return say({ id, kind: 'recognised', spans: [{ type: 'PERSON', start: -1, end: 2, score: 0.5 }] });
    default:
      return say({
        id,
        kind: 'recognised',
        spans: [{ type: 'PERSON', start: 0, end: text.length, score: 0.5 }],
      });
  }
}

function receive(request) {
  switch (request.kind) {
    case 'load':
      return load(request.id);
    case 'generate':
      return generate(request.id, request.messages.at(-1).content);
    case 'embed':
      return embed(request.id, request.texts);
    case 'classify':
      return classify(request.id, request.pairs);
    case 'recognise':
      return recognise(request.id, request.text);
    case 'measure':
      return measure(request.id);
    case 'count':
      if (request.texts.includes('crash')) return process.exit(3);
      return say({ id: request.id, kind: 'counted', tokens: request.texts.map((text) => text.length) });
    case 'abort':
      return aborted.add(request.id);
    case 'ping':
      return say({ id: request.id, kind: 'pong', rssMib: Number(rssMib) });
    case 'stop':
      return process.exit(0);
    default:
      return process.exit(9);
  }
}

let rest = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines) receive(JSON.parse(line));
});
process.stdin.on('end', () => process.exit(0));
