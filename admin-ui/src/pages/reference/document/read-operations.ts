import { isObject, type JsonObject, listOf, objectOf, stringsOf, textOf } from '../../../data/json.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof methods)[number];

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonObject;
}

export interface Content {
  readonly mediaType: string;
  readonly schema: JsonObject;
}

export interface Reply {
  /** `200`, or `default` for every error. */
  readonly status: string;
  readonly description: string;
  readonly content?: Content;
}

export interface Operation {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** `resource:action`, or `public`. */
  readonly permission: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Content;
  readonly replies: readonly Reply[];
}

/** The operations of an OpenAPI 3.1 document, in its order. What is not an operation is left out. */
export function readOperations(document: JsonObject): readonly Operation[] {
  return Object.entries(objectOf(document['paths'])).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = objectOf(item)[method];
      return isObject(operation) ? [readOperation(method, path, operation)] : [];
    }),
  );
}

function readOperation(method: Method, path: string, operation: JsonObject): Operation {
  const body = readContent(objectOf(operation['requestBody'])['content']);
  return {
    id: textOf(operation['operationId']) || `${method} ${path}`,
    method,
    path,
    summary: textOf(operation['summary']),
    tag: stringsOf(operation['tags'])[0] ?? '',
    permission: textOf(operation['x-permission']),
    parameters: listOf(operation['parameters']).flatMap(readParameter),
    ...(body === undefined ? {} : { body }),
    replies: Object.entries(objectOf(operation['responses'])).map(([status, reply]) =>
      readReply(status, objectOf(reply)),
    ),
  };
}

function readParameter(value: unknown): readonly Parameter[] {
  const parameter = objectOf(value);
  const place = parameter['in'];
  if (place !== 'path' && place !== 'query') return [];
  return [
    {
      name: textOf(parameter['name']),
      in: place,
      required: parameter['required'] === true,
      description: textOf(parameter['description']),
      schema: objectOf(parameter['schema']),
    },
  ];
}

function readReply(status: string, reply: JsonObject): Reply {
  const content = readContent(reply['content']);
  return {
    status,
    description: textOf(reply['description']),
    ...(content === undefined ? {} : { content }),
  };
}

function readContent(value: unknown): Content | undefined {
  const [entry] = Object.entries(objectOf(value));
  if (entry === undefined) return undefined;
  const [mediaType, content] = entry;
  return { mediaType, schema: objectOf(objectOf(content)['schema']) };
}
