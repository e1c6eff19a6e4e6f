/**
 * A model process that speaks the protocol and writes what a file says, a few characters at a time. The file's path
 * is the argument; it is read for each answer. `<<EMAIL>>` in it becomes the first placeholder of that label in the prompt. A second argument is the pause between pieces in milliseconds. It
 * stands for a larger model, which cannot ship with the tests.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const [script = '', milliseconds = '0'] = process.argv.slice(2);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const aborted = new Set();

async function generate(id, request) {
  const prompt = JSON.stringify(request);
  const text = readFileSync(script, 'utf8').replaceAll(
    /<<([A-Z_]+)>>/g,
    (name, label) => new RegExp(`\\[${label}_\\d+[A-Z]+\\]`).exec(prompt)?.[0] ?? name,
  );
  const usage = { promptTokens: 10, completionTokens: text.length };
  for (let at = 0; at < text.length; at += 3) {
    if (aborted.has(id)) return say({ id, kind: 'end', finish: 'aborted', usage });
    say({ id, kind: 'text', text: text.slice(at, at + 3) });
    if (milliseconds !== '0') await pause(Number(milliseconds));
  }
  return say({ id, kind: 'end', finish: 'stop', usage });
}

function receive(request) {
  const { id, kind, texts } = request;
  if (kind === 'count') say({ id, kind: 'counted', tokens: texts.map((text) => text.length) });
  if (kind === 'load') say({ id, kind: 'loaded', rssMib: 1 });
  if (kind === 'ping') say({ id, kind: 'pong', rssMib: 1 });
  if (kind === 'generate') void generate(id, request);
  if (kind === 'abort') aborted.add(id);
  if (kind === 'stop') process.exit(0);
}

let held = '';
process.stdin.on('data', (chunk) => {
  held += chunk;
  for (let end = held.indexOf('\n'); end >= 0; end = held.indexOf('\n')) {
    receive(JSON.parse(held.slice(0, end)));
    held = held.slice(end + 1);
  }
});
process.stdin.on('end', () => process.exit(0));
