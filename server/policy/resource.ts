/** How sensitive a collection is; policies/access/collections.cedar says what follows from it. */
export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const;

/** What decides who may see a collection. An unknown classification or role is denied, never open. */
export interface CollectionAccess {
  readonly id: string;
  readonly classification: string;
  /** Roles that may read it; empty for every role that reads at all, where the classification allows that. */
  readonly readers: readonly string[];
}

/** Rules of its own that a document has; what is undefined is as its collection has it. */
export interface OwnRules {
  readonly classification?: string | undefined;
  readonly readers?: readonly string[] | undefined;
}

/** Documents of one collection that have the same rules of their own. */
export interface GroupAccess extends OwnRules {
  readonly id: string;
  readonly collection: string;
}

/** What decides who may see an FAQ entry, and who may approve it. */
export interface FaqAccess {
  readonly id: string;
  readonly collection: CollectionAccess;
  /** Roles that narrow the collection's readers; empty for all of them. */
  readonly narrowed: readonly string[];
  /** Ids of the users who wrote at what waits for approval. */
  readonly authors: readonly string[];
}

/** What a request acts on. `Application` asks whether the caller may do this kind of thing at all. */
export type Resource =
  | { readonly type: 'Application' }
  | { readonly type: 'AuditLog' }
  | { readonly type: 'Model'; readonly id: string }
  | ({ readonly type: 'Collection' } & CollectionAccess)
  | ({ readonly type: 'Faq' } & FaqAccess)
  | { readonly type: 'Conversation'; readonly id: string; /** Id of a user. */ readonly owner: string }
  | {
      readonly type: 'Document';
      readonly id: string;
      readonly collection: CollectionAccess;
      /** They narrow what the collection allows and never widen it: both must allow what is asked. */
      readonly own?: OwnRules | undefined;
    };

/** The collection with the rules that a document has instead of it. */
export function withOwnRules(
  { id, classification, readers }: CollectionAccess,
  own: OwnRules,
): CollectionAccess {
  return { id, classification: own.classification ?? classification, readers: own.readers ?? readers };
}
