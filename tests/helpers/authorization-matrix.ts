import { type Role, roles } from '../../server/domain/principal.ts';

/**
 * Who may call which route: one row each, `METHOD path : roles`, and what nobody names is denied.
 *
 *     everybody   all seven roles          staff   who may ask: member, agent, supervisor, knowledge-editor
 *     public      also who is not signed in   keepers of answers: supervisor, knowledge-editor
 *
 * A route with an object that belongs to somebody goes on with `| object {a body that fits}`: then the permitted
 * roles reach their own one and not somebody else's. The objects are made in authorization-objects.ts.
 */
const table = `
POST   /v1/chat/completions                          : staff
POST   /v1/completions                               : staff
POST   /v1/responses                                 : staff
POST   /v1/embeddings                                : staff
POST   /v1/rerank                                    : staff
GET    /v1/models                                    : everybody
GET    /v1/models/{id}                               : everybody

POST   /api/auth/login                               : public
POST   /api/auth/logout                              : everybody
GET    /api/auth/me                                  : everybody
PATCH  /api/auth/me                                  : everybody
POST   /api/auth/password                            : everybody
GET    /api/auth/sessions                            : everybody
DELETE /api/auth/sessions                            : everybody
DELETE /api/auth/sessions/{id}                       : everybody | session
GET    /api/guide                                    : everybody
PUT    /api/guide                                    : everybody

GET    /api/conversations                            : staff
POST   /api/conversations                            : staff
POST   /api/conversations/search                     : staff
GET    /api/conversations/choices                    : staff
GET    /api/conversations/{id}                       : staff | conversation
PATCH  /api/conversations/{id}                       : staff | conversation {"title":"Leave"}
DELETE /api/conversations/{id}                       : staff | conversation
POST   /api/conversations/{id}/turns                 : staff | conversation {"question":"What is owed?","collections":[]}
PUT    /api/conversations/{id}/turns/{turn}/feedback : staff | conversation {"rating":"up"}
DELETE /api/conversations/{id}/turns/{turn}/feedback : staff | conversation
GET    /api/conversations/{id}/files                 : staff | conversation
POST   /api/conversations/{id}/files                 : staff | conversation
DELETE /api/conversations/{id}/files/{file}          : staff | conversation

GET    /api/collections                              : everybody
POST   /api/collections                              : knowledge-editor administrator
GET    /api/collections/{id}                         : everybody | collection
PATCH  /api/collections/{id}                         : knowledge-editor administrator | collection {"name":"Leave"}
DELETE /api/collections/{id}                         : knowledge-editor administrator | collection
GET    /api/collections/{id}/documents               : staff | collection
POST   /api/collections/{id}/documents               : knowledge-editor | collection
GET    /api/documents/{id}                           : staff | document
GET    /api/documents/{id}/chunks                    : staff | document
GET    /api/documents/{id}/original                  : staff | document
PATCH  /api/documents/{id}                           : knowledge-editor | document {"owner":"Desk"}
GET    /api/documents/{id}/versions                  : staff | document
GET    /api/documents/{id}/versions/{version}        : staff
DELETE /api/documents/{id}                           : knowledge-editor | document
GET    /api/jobs/{id}                                : knowledge-editor administrator | job
GET    /api/jobs                                     : knowledge-editor administrator
POST   /api/jobs/{id}/retry                          : knowledge-editor administrator | job
DELETE /api/jobs/{id}                                : knowledge-editor administrator | job
GET    /api/sources                                  : knowledge-editor
POST   /api/sources                                  : knowledge-editor
POST   /api/sources/test                             : knowledge-editor
GET    /api/sources/{id}                             : knowledge-editor | source
PATCH  /api/sources/{id}                             : knowledge-editor | source {"name":"Leave"}
DELETE /api/sources/{id}                             : knowledge-editor | source
POST   /api/sources/{id}/runs                        : knowledge-editor | source
GET    /api/sources/{id}/runs                        : knowledge-editor | source
POST   /api/search                                   : staff
GET    /api/collections/{id}/evaluation-sets         : supervisor knowledge-editor | collection
POST   /api/collections/{id}/evaluation-sets         : knowledge-editor | collection
DELETE /api/collections/{id}/evaluation-sets/{set}   : knowledge-editor | collection
GET    /api/collections/{id}/evaluations             : supervisor knowledge-editor | collection
POST   /api/collections/{id}/evaluations             : knowledge-editor | collection {"set":"set_1"}
GET    /api/collections/{id}/evaluations/{run}       : supervisor knowledge-editor | collection
GET    /api/collections/{id}/threshold               : supervisor knowledge-editor | collection
PUT    /api/collections/{id}/threshold               : knowledge-editor | collection {"threshold":0.5}
GET    /api/faq                                      : keepers
POST   /api/faq                                      : keepers
POST   /api/faq/try                                  : keepers
GET    /api/faq/{id}                                 : keepers | faq
PUT    /api/faq/{id}/draft                           : keepers | faq {"question":"What is owed?","paraphrases":[],"answer":"Ten.","languages":["en"],"owner":"Finance","readers":[],"sources":[],"expiresAt":"2099-01-01T00:00:00Z"}
DELETE /api/faq/{id}/draft                           : keepers | faq
POST   /api/faq/{id}/submit                          : keepers | faq
POST   /api/faq/{id}/approve                         : keepers | faq {"digest":"0000000000000000000000000000000000000000000000000000000000000000"}
POST   /api/faq/{id}/return                          : keepers | faq {"note":"Which year?"}
POST   /api/faq/{id}/retire                          : keepers | faq
GET    /api/gaps                                     : keepers
GET    /api/gaps/{id}                                : keepers | gap
POST   /api/gaps/{id}/answer                         : keepers | gap {"collection":"none","question":"What is owed?","paraphrases":[],"answer":"Ten.","languages":["en"],"owner":"Finance","readers":[],"sources":[],"expiresAt":"2099-01-01T00:00:00Z"}
POST   /api/gaps/{id}/dismiss                        : keepers | gap {"reason":"off-topic"}
POST   /api/gaps/{id}/reopen                         : keepers | gap
POST   /api/redaction/preview                        : staff administrator privacy-officer
POST   /api/redaction/open                           : privacy-officer
GET    /api/redaction/profiles                       : supervisor administrator auditor privacy-officer
GET    /api/redaction/types                          : supervisor administrator auditor privacy-officer
GET    /api/redaction/types/{id}                     : supervisor administrator auditor privacy-officer
GET    /api/redaction/custom-rules                   : supervisor administrator auditor privacy-officer
POST   /api/redaction/custom-rules/check             : administrator auditor privacy-officer
GET    /api/redaction/statistics                     : supervisor administrator auditor privacy-officer
GET    /api/redaction/statistics/export              : supervisor administrator auditor privacy-officer

GET    /api/insights/overview                        : supervisor administrator auditor privacy-officer

POST   /api/receipts/verify                          : staff auditor
GET    /api/audit/state                              : administrator auditor privacy-officer
GET    /api/audit/compliance                         : auditor
GET    /api/audit/entries                            : auditor
GET    /api/audit/entries/{seq}                      : auditor
POST   /api/audit/searches                           : auditor
GET    /api/audit/searches/{search}/entries          : auditor
GET    /api/audit/export                             : auditor
POST   /api/audit/verifications                      : administrator auditor privacy-officer
POST   /api/audit/verify                             : administrator auditor privacy-officer
GET    /api/audit/proofs/{seq}                       : auditor
GET    /api/audit/checkpoint                         : administrator auditor privacy-officer
GET    /api/audit/checkpoint/qr                      : administrator auditor privacy-officer
POST   /api/audit/reveals                            : auditor privacy-officer
POST   /api/audit/erasures                           : privacy-officer
GET    /api/audit/holds                              : auditor privacy-officer
POST   /api/audit/holds                              : auditor privacy-officer
POST   /api/audit/holds/{hold}/releases              : auditor privacy-officer
GET    /api/audit/requests                           : auditor privacy-officer
GET    /api/audit/requests/{id}                      : auditor privacy-officer
POST   /api/audit/requests/{id}/grant                : auditor privacy-officer
POST   /api/audit/requests/{id}/refuse               : auditor privacy-officer
POST   /api/audit/requests/{id}/content              : auditor privacy-officer

GET    /api/policies                                 : administrator auditor privacy-officer
GET    /api/policies/files                           : administrator auditor privacy-officer
POST   /api/policies/decide                          : administrator auditor privacy-officer
POST   /api/policies/permissions                     : administrator auditor privacy-officer
POST   /api/policies/tests                           : administrator auditor privacy-officer

GET    /api/models                                   : everybody
POST   /api/models/{id}/load                         : administrator
POST   /api/models/{id}/unload                       : administrator
POST   /api/models/{id}/verify                       : administrator
POST   /api/models/{id}/measure                      : administrator

GET    /api/users                                    : administrator auditor
POST   /api/users                                    : administrator
PATCH  /api/users/{id}                               : administrator
DELETE /api/users/{id}/sessions                      : administrator
GET    /api/sessions                                 : administrator auditor
DELETE /api/sessions/{id}                            : administrator
GET    /api/api-keys                                 : administrator auditor
POST   /api/api-keys                                 : administrator
DELETE /api/api-keys/{id}                            : administrator

GET    /healthz                                      : public
GET    /readyz                                       : public
GET    /metrics                                      : public
GET    /openapi.json                                 : public
`;

export const ownedKinds = [
  'conversation',
  'session',
  'job',
  'collection',
  'document',
  'source',
  'faq',
  'gap',
] as const;

/** What can be one's own, or within one's reach, and another's. */
export type OwnedKind = (typeof ownedKinds)[number];

export interface AuthorizationRow {
  /** `METHOD path` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly public: boolean;
  readonly roles: readonly Role[];
  readonly object?: OwnedKind;
  /** JSON. */
  readonly body?: string;
}

const groups: Readonly<Record<string, readonly Role[]>> = {
  public: roles,
  everybody: roles,
  staff: ['member', 'agent', 'supervisor', 'knowledge-editor'],
  keepers: ['supervisor', 'knowledge-editor'],
  ...Object.fromEntries(roles.map((role) => [role, [role]])),
};

export const authorizationRows: readonly AuthorizationRow[] = table
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map(parseRow);

function parseRow(line: string): AuthorizationRow {
  const parts = /^(\w+) +(\S+) +: ([\w -]+?)(?: \| (\w+)(?: (\{.*\}))?)?$/.exec(line);
  const [, method = '', path = '', names = '', object, body] = parts ?? [];
  const kind = ownedKinds.find((candidate) => candidate === object);
  if (parts === null || kind !== object) throw new Error(`This is no row: ${line}`);
  const allowed = names.split(' ').flatMap((name) => {
    const group = groups[name];
    if (group === undefined) throw new Error(`There is no role or group ${name}: ${line}`);
    return group;
  });
  return {
    name: `${method} ${path}`,
    method,
    path,
    public: names === 'public',
    roles: allowed,
    ...(kind === undefined ? {} : { object: kind }),
    ...(body === undefined ? {} : { body }),
  };
}
