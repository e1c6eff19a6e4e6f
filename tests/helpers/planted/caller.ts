import type { Leak, LeakSearch, Planted } from './leak-search.ts';
import type { Person, PlantedProduct } from './product.ts';
import type { PlantedValue } from './values.ts';

/** A request to one route; values are planted with `plant` right before. */
export interface PlantedRequest {
  /** `METHOD /path/{id}`, as the table of routes has it. */
  readonly route: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A body that is sent as it is, as JSON. */
  readonly raw?: string;
  readonly file?: { readonly field?: string; readonly name: string; readonly text: string };
  readonly fields?: Readonly<Record<string, string>>;
  readonly as?: Person;
  /** Whether no open store may hold its values, as with what is said in conversations. */
  readonly sealed?: boolean;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The body, where it is JSON; else an empty object. */
  // oxlint-disable-next-line typescript/no-explicit-any -- replies of all routes; a test reads a few fields of some
  readonly body: any;
}

/** Sends requests with planted values and holds the errors that come back against them. */
export interface Caller {
  /** A sentence with a new value. */
  readonly plant: (field: string) => string;
  /** The same in two pieces, cut in the middle of the value. */
  readonly plantCut: (field: string) => readonly [string, string];
  readonly send: (request: PlantedRequest) => Promise<Reply>;
}

/** What several callers have done together. */
export interface CallLog {
  /** Messages with at least one planted value, by route. */
  readonly sent: Map<string, number>;
  readonly statuses: Map<number, number>;
  /** Values that error replies repeated. */
  readonly leaks: Leak[];
}

export function createCallLog(): CallLog {
  return { sent: new Map(), statuses: new Map(), leaks: [] };
}

export interface CallerOptions {
  readonly product: PlantedProduct;
  readonly next: () => PlantedValue;
  /** Learns every value that is planted. */
  readonly search: LeakSearch;
  /** Learns those whose store must be sealed. */
  readonly sealed: LeakSearch;
  readonly log: CallLog;
}

/** What people say in conversations is sealed wherever it is kept. */
const SEALED = /\/api\/conversations/;

/** One request after the other: values belong to the next request. */
export function createCaller({ product, next, search, sealed, log }: CallerOptions): Caller {
  const { sent, statuses, leaks } = log;
  let pending: { field: string; value: PlantedValue }[] = [];

  function register({ route, sealed: isSealed = SEALED.test(route) }: PlantedRequest): void {
    for (const { field, value } of pending) {
      const planted: Planted = { ...value, place: `${route} ${field}` };
      search.add(planted);
      if (isSealed) sealed.add(planted);
    }
    if (pending.length > 0) sent.set(route, (sent.get(route) ?? 0) + 1);
    pending = [];
  }

  const take = (field: string): PlantedValue => {
    const value = next();
    pending.push({ field, value });
    return value;
  };

  return {
    plant: (field) => take(field).sentence,
    plantCut(field) {
      const { sentence, written } = take(field);
      const at = sentence.indexOf(written) + Math.ceil(written.length / 2);
      return [sentence.slice(0, at), sentence.slice(at)];
    },
    async send(request) {
      register(request);
      const response = await fetch(urlOf(product.server.url, request), {
        ...bodyOf(request),
        method: request.route.split(' ')[0] ?? 'GET',
        headers: headersOf(request, request.as ?? product.people[0]),
      });
      const text = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      const head = [...response.headers].flat().join('\n');
      leaks.push(...search.find(`${head}\n${errorsIn(response.status, text)}`, `error of ${request.route}`));
      return { status: response.status, text, body: parseJson(text) };
    },
  };
}

/** Whole replies of failures, and the events that end a stream which failed later. */
function errorsIn(status: number, text: string): string {
  if (status >= 400) return text;
  return (text.match(/^data: \{(?:"error"|"type":"response\.failed").*$/gm) ?? []).join('\n');
}

function urlOf(base: string, { route, params = {}, query = {} }: PlantedRequest): string {
  const path = (route.split(' ')[1] ?? '/').replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(params[name] ?? 'missing'),
  );
  const search = new URLSearchParams(query).toString();
  return base + path + (search === '' ? '' : `?${search}`);
}

function headersOf({ headers, json, raw }: PlantedRequest, { cookie }: Person): Record<string, string> {
  const isJson = json !== undefined || raw !== undefined;
  return { cookie, ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers };
}

function bodyOf({ json, raw, file, fields = {} }: PlantedRequest): Pick<RequestInit, 'body'> {
  if (raw !== undefined) return { body: raw };
  if (json !== undefined) return { body: JSON.stringify(json) };
  if (file === undefined) return {};
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(file.field ?? 'file', new Blob([file.text]), file.name);
  return { body: form };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
