import type { BuiltRequest } from './build-request.ts';
import type { Operation } from './read-operations.ts';

export interface CodeExample {
  readonly language: 'bash' | 'javascript';
  readonly title: string;
  readonly code: string;
}

/** The same request for a terminal and for a program. The key is read from the environment, never written down. */
export function codeExamples(
  operation: Operation,
  request: BuiltRequest,
  origin: string,
): readonly CodeExample[] {
  return [
    { language: 'bash', title: 'curl', code: curl(operation, request, origin) },
    openai(operation, request, origin) ?? plainFetch(operation, request, origin),
  ];
}

function curl(operation: Operation, { method, target, body }: BuiltRequest, origin: string): string {
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${shellQuote(`${origin}${target}`)}`];
  if (operation.permission !== 'public') lines.push('-H "Authorization: Bearer $INTRAMURA_KEY"');
  if (body !== undefined) lines.push("-H 'Content-Type: application/json'", `-d ${shellQuote(body)}`);
  if (operation.body?.mediaType === 'multipart/form-data') lines.push("-F 'file=@document.pdf'");
  return lines.join(' \\\n  ');
}

/** Inside single quotes a shell reads nothing but the closing quote. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const clientCalls: ReadonlyMap<string, string> = new Map([
  ['post /v1/chat/completions', 'client.chat.completions.create'],
  ['post /v1/completions', 'client.completions.create'],
  ['post /v1/embeddings', 'client.embeddings.create'],
  ['post /v1/responses', 'client.responses.create'],
  ['get /v1/models', 'client.models.list'],
  ['get /v1/models/{id}', 'client.models.retrieve'],
]);

function openai(
  { method, path }: Operation,
  { target, body }: BuiltRequest,
  origin: string,
): CodeExample | undefined {
  const call = clientCalls.get(`${method} ${path}`);
  if (call === undefined) return undefined;
  const argument = path.includes('{') ? JSON.stringify(lastStep(target)) : (body ?? '');
  const code = [
    "import OpenAI from 'openai';",
    '',
    'const client = new OpenAI({',
    `  baseURL: '${origin}/v1',`,
    '  apiKey: process.env.INTRAMURA_KEY,',
    '});',
    '',
    `const reply = await ${call}(${argument.trim()});`,
    'console.log(reply);',
  ].join('\n');
  return { language: 'javascript', title: 'JavaScript (openai)', code };
}

function lastStep(target: string): string {
  return decodeURIComponent(target.split('/').at(-1) ?? '');
}

function plainFetch(
  operation: Operation,
  { method, target, body }: BuiltRequest,
  origin: string,
): CodeExample {
  const headers = [
    ...(operation.permission === 'public'
      ? []
      : ['    Authorization: `Bearer ${process.env.INTRAMURA_KEY}`,']),
    ...(body === undefined ? [] : ["    'Content-Type': 'application/json',"]),
  ];
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(headers.length === 0 ? [] : ['  headers: {', ...headers, '  },']),
    ...(body === undefined ? [] : [`  body: JSON.stringify(${body.trim().replaceAll('\n', '\n  ')}),`]),
  ];
  const url = `'${origin}${target.replaceAll("'", '%27')}'`;
  const call = options.length === 0 ? `fetch(${url})` : `fetch(${url}, {\n${options.join('\n')}\n})`;
  const read = operation.replies.some(({ content }) => content?.mediaType === 'application/json')
    ? 'await reply.json()'
    : 'await reply.text()';
  const code = `const reply = await ${call};\nconsole.log(reply.status, ${read});`;
  return { language: 'javascript', title: 'JavaScript (fetch)', code };
}
