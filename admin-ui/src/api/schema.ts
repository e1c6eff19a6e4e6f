// Written by `npm run docs` from the OpenAPI document. Do not edit.

/**
 * Where documents come from.
 */
export type SourceSettings =
  | {
      kind: 'folder';
      path: string;
    }
  | {
      kind: 'git';
      location: string;
      branch?: string;
      folder?: string;
    }
  | {
      kind: 's3';
      endpoint: string;
      bucket: string;
      prefix?: string;
      region?: string;
    }
  | {
      kind: 'webdav';
      url: string;
    }
  | {
      kind: 'sitemap';
      url: string;
    };

export interface Operations {
  'POST /v1/chat/completions': {
    body: ChatCompletionRequest;
    response: ChatCompletion;
  };
  'POST /v1/completions': {
    body: CompletionRequest;
    response: Completion;
  };
  'POST /v1/responses': {
    body: ResponseRequest;
    response: Response;
  };
  'POST /v1/embeddings': {
    body: EmbeddingsRequest;
    response: Embeddings;
  };
  'POST /v1/rerank': {
    body: RerankRequest;
    response: Reranking;
  };
  'GET /v1/models': {
    response: {
      object: 'list';
      data: Model[];
    };
  };
  'GET /v1/models/{id}': {
    params: {
      id: string;
    };
    response: Model;
  };
  'POST /api/auth/login': {
    body: {
      username: string;
      password: string;
    };
    response: {
      user: User;
    };
  };
  'POST /api/auth/logout': {
    response: undefined;
  };
  'GET /api/auth/me': {
    response: {
      user: SessionUser;
    };
  };
  'PATCH /api/auth/me': {
    body: {
      displayName: string;
    };
    response: undefined;
  };
  'POST /api/auth/password': {
    body: {
      current: string;
      next: string;
    };
    response: undefined;
  };
  'GET /api/auth/sessions': {
    response: {
      sessions: OwnSession[];
    };
  };
  'DELETE /api/auth/sessions': {
    response: {
      ended: number;
    };
  };
  'DELETE /api/auth/sessions/{id}': {
    params: {
      id: string;
    };
    response: undefined;
  };
  'GET /api/guide': {
    response: {
      /**
       * Whether to lead there on sign-in: the first person, the first time.
       */
      offered: boolean;
      skipped: boolean;
      steps: {
        id: 'change-password' | 'ask-sample' | 'import-document' | 'bring-model' | 'invite-people';
        done: boolean;
      }[];
    };
  };
  'PUT /api/guide': {
    body: {
      skipped: boolean;
    };
    response: undefined;
  };
  'GET /api/conversations': {
    query?: {
      limit?: number;
      after?: string;
    };
    response: {
      conversations: Conversation[];
      next?: string;
    };
  };
  'POST /api/conversations': {
    body: {
      question?: string;
    };
    response: Conversation;
  };
  'POST /api/conversations/search': {
    body: {
      query: string;
    };
    response: {
      hits: {
        conversation: Conversation;
        excerpt: string;
      }[];
      complete: boolean;
    };
  };
  'GET /api/conversations/choices': {
    response: {
      models: {
        id: string;
        name: string;
        ungrounded: boolean;
      }[];
      collections: {
        id: string;
        name: string;
      }[];
    };
  };
  'GET /api/conversations/{id}': {
    params: {
      id: string;
    };
    response: {
      conversation: Conversation;
      turns: Turn[];
      files: ConversationFile[];
    };
  };
  'PATCH /api/conversations/{id}': {
    params: {
      id: string;
    };
    body: {
      title: string;
    };
    response: Conversation;
  };
  'DELETE /api/conversations/{id}': {
    params: {
      id: string;
    };
    response: undefined;
  };
  'POST /api/conversations/{id}/turns': {
    params: {
      id: string;
    };
    body: TurnRequest;
    response: TurnChunk;
  };
  'PUT /api/conversations/{id}/turns/{turn}/feedback': {
    params: {
      id: string;
      turn: string;
    };
    body: Feedback;
    response: undefined;
  };
  'DELETE /api/conversations/{id}/turns/{turn}/feedback': {
    params: {
      id: string;
      turn: string;
    };
    response: undefined;
  };
  'GET /api/conversations/{id}/files': {
    params: {
      id: string;
    };
    response: {
      files: ConversationFile[];
    };
  };
  'POST /api/conversations/{id}/files': {
    params: {
      id: string;
    };
    body: FormData;
    response: ConversationFile;
  };
  'DELETE /api/conversations/{id}/files/{file}': {
    params: {
      id: string;
      file: string;
    };
    response: undefined;
  };
  'GET /api/collections': {
    response: {
      collections: Collection[];
      index: IndexState;
    };
  };
  'POST /api/collections': {
    body: NewCollection;
    response: {
      collection: Collection;
    };
  };
  'GET /api/collections/{id}': {
    params: {
      id: string;
    };
    response: {
      collection: Collection;
      readBy: string[];
    };
  };
  'PATCH /api/collections/{id}': {
    params: {
      id: string;
    };
    body: CollectionChange;
    response: {
      collection: Collection;
    };
  };
  'DELETE /api/collections/{id}': {
    params: {
      id: string;
    };
    response: {
      documents: number;
    };
  };
  'GET /api/collections/{id}/documents': {
    params: {
      id: string;
    };
    query?: {
      search?: string;
      filter?: 'current' | 'not-yet-effective' | 'expired' | 'duplicate' | 'flagged';
      sort?: 'title' | 'source' | 'language' | 'bytes' | 'chunks' | 'createdAt' | 'updatedAt';
      order?: 'asc' | 'desc';
      offset?: number | null;
      limit?: number;
    };
    response: {
      documents: {
        id: string;
        collection: string;
        title: string;
        source: string;
        address?: string;
        format: string;
        digest: string;
        language: string;
        bytes: number;
        chunks: number;
        createdAt: string;
        updatedAt: string;
        version: number;
        classification?: string;
        readers?: string[];
        owner?: string;
        effectiveAt?: string;
        expiresAt?: string;
        state: 'current' | 'not-yet-effective' | 'expired';
        flags: ('hidden-text' | 'instruction')[];
        isDuplicate: boolean;
      }[];
      total: number;
    };
  };
  'POST /api/collections/{id}/documents': {
    params: {
      id: string;
    };
    body: FormData;
    response: {
      document: {
        id: string;
        source: string;
      };
      job: Job;
    };
  };
  'GET /api/documents/{id}': {
    params: {
      id: string;
    };
    response: {
      id: string;
      collection: string;
      title: string;
      source: string;
      address?: string;
      format: string;
      digest: string;
      language: string;
      bytes: number;
      chunks: number;
      createdAt: string;
      updatedAt: string;
      version: number;
      classification?: string;
      readers?: string[];
      owner?: string;
      effectiveAt?: string;
      expiresAt?: string;
      state: 'current' | 'not-yet-effective' | 'expired';
      flags: ('hidden-text' | 'instruction')[];
      readBy: string[];
      twins: {
        id: string;
        collection: string;
        title: string;
        updatedAt: string;
      }[];
      may: {
        update: boolean;
        delete: boolean;
      };
    };
  };
  'PATCH /api/documents/{id}': {
    params: {
      id: string;
    };
    body: DocumentChange;
    response: {
      id: string;
      collection: string;
      title: string;
      source: string;
      address?: string;
      format: string;
      digest: string;
      language: string;
      bytes: number;
      chunks: number;
      createdAt: string;
      updatedAt: string;
      version: number;
      classification?: string;
      readers?: string[];
      owner?: string;
      effectiveAt?: string;
      expiresAt?: string;
      state: 'current' | 'not-yet-effective' | 'expired';
      flags: ('hidden-text' | 'instruction')[];
      readBy: string[];
      twins: {
        id: string;
        collection: string;
        title: string;
        updatedAt: string;
      }[];
      may: {
        update: boolean;
        delete: boolean;
      };
    };
  };
  'DELETE /api/documents/{id}': {
    params: {
      id: string;
    };
    response: undefined;
  };
  'GET /api/documents/{id}/versions': {
    params: {
      id: string;
    };
    response: {
      versions: DocumentVersion[];
    };
  };
  'GET /api/documents/{id}/versions/{version}': {
    params: {
      id: string;
      version: number;
    };
    query?: {
      from?: number | null;
      limit?: number;
      chunk?: string;
    };
    response: {
      version: DocumentVersion;
      chunks: {
        id: string;
        position: number;
        location: string;
        text: string;
      }[];
      total: number;
      at?: number;
    };
  };
  'GET /api/documents/{id}/chunks': {
    params: {
      id: string;
    };
    query?: {
      from?: number | null;
      limit?: number;
      chunk?: string;
      quote?: string;
    };
    response: {
      chunks: Chunk[];
      total: number;
      at?: number;
      inVersion?: number;
    };
  };
  'GET /api/documents/{id}/original': {
    params: {
      id: string;
    };
    response: string;
  };
  'GET /api/jobs': {
    query?: {
      kind?:
        | 'import-document'
        | 'verify-model'
        | 'measure-model'
        | 'verify-audit'
        | 'evaluate'
        | 'sync-source'
        | 'remove-source';
      state?: ('queued' | 'running' | 'done' | 'failed') | ('queued' | 'running' | 'done' | 'failed')[];
      collection?: string;
      limit?: number;
      after?: string;
    };
    response: {
      jobs: Job[];
      next?: string;
    };
  };
  'GET /api/jobs/{id}': {
    params: {
      id: string;
    };
    response: Job;
  };
  'DELETE /api/jobs/{id}': {
    params: {
      id: string;
    };
    response: undefined;
  };
  'POST /api/jobs/{id}/retry': {
    params: {
      id: string;
    };
    response: Job;
  };
  'GET /api/sources': {
    response: {
      sources: DocumentSource[];
    };
  };
  'POST /api/sources': {
    body: NewDocumentSource;
    response: {
      source: DocumentSource;
    };
  };
  'POST /api/sources/test': {
    body: {
      settings:
        | {
            kind: 'folder';
            path: string;
          }
        | {
            kind: 'git';
            location: string;
            branch?: string;
            folder?: string;
          }
        | {
            kind: 's3';
            endpoint: string;
            bucket: string;
            prefix?: string;
            region?: string;
          }
        | {
            kind: 'webdav';
            url: string;
          }
        | {
            kind: 'sitemap';
            url: string;
          };
      credentials?: SourceCredentials;
      source?: string;
    };
    response: {
      ok: boolean;
      code?: string;
      reason?: string;
    };
  };
  'GET /api/sources/{id}': {
    params: {
      id: string;
    };
    response: {
      source: DocumentSource;
    };
  };
  'PATCH /api/sources/{id}': {
    params: {
      id: string;
    };
    body: DocumentSourceChange;
    response: {
      source: DocumentSource;
    };
  };
  'DELETE /api/sources/{id}': {
    params: {
      id: string;
    };
    query?: {
      documents?: 'keep' | 'remove';
    };
    response: {
      job: {
        id: string;
      };
    };
  };
  'POST /api/sources/{id}/runs': {
    params: {
      id: string;
    };
    body: {
      confirmRemovals?: number;
    };
    response: Job;
  };
  'GET /api/sources/{id}/runs': {
    params: {
      id: string;
    };
    response: {
      runs: SourceRun[];
    };
  };
  'POST /api/search': {
    body: {
      query: string;
      /**
       * @maxItems 64
       */
      collections?: string[];
      limit?: number;
      mode?: 'hybrid' | 'text' | 'vector';
      explain?: boolean;
    };
    response: {
      hits: Hit[];
      explanation?: SearchExplanation;
    };
  };
  'GET /api/collections/{id}/evaluation-sets': {
    params: {
      id: string;
    };
    response: {
      sets: EvaluationSet[];
    };
  };
  'POST /api/collections/{id}/evaluation-sets': {
    params: {
      id: string;
    };
    body: FormData;
    response: {
      set: EvaluationSet;
    };
  };
  'DELETE /api/collections/{id}/evaluation-sets/{set}': {
    params: {
      id: string;
      set: string;
    };
    response: undefined;
  };
  'GET /api/collections/{id}/evaluations': {
    params: {
      id: string;
    };
    query?: {
      after?: string;
      limit?: number;
    };
    response: {
      runs: EvaluationRun[];
      next?: string;
    };
  };
  'POST /api/collections/{id}/evaluations': {
    params: {
      id: string;
    };
    body: {
      set: string;
    };
    response: {
      job: Job;
    };
  };
  'GET /api/collections/{id}/evaluations/{run}': {
    params: {
      id: string;
      run: string;
    };
    query?: {
      offset?: number | null;
      limit?: number;
    };
    response: {
      run: EvaluationRun;
      before?: EvaluationRun;
      results: EvaluationResult[];
    };
  };
  'GET /api/collections/{id}/threshold': {
    params: {
      id: string;
    };
    response: AbstentionThreshold;
  };
  'PUT /api/collections/{id}/threshold': {
    params: {
      id: string;
    };
    body: {
      threshold: number | null;
      run?: string;
    };
    response: AbstentionThreshold;
  };
  'GET /api/faq': {
    query?: {
      collection?: string;
      state?: 'draft' | 'in-review' | 'approved' | 'expired' | 'retired';
      search?: string;
      offset?: number | null;
      limit?: number;
    };
    response: {
      entries: FaqListItem[];
      total: number;
    };
  };
  'POST /api/faq': {
    body: {
      question: string;
      /**
       * @maxItems 30
       */
      paraphrases: string[];
      answer: string;
      /**
       * @minItems 1
       * @maxItems 2
       */
      languages: ['en' | 'zh', ...('en' | 'zh')[]];
      owner: string;
      /**
       * @maxItems 7
       */
      readers: (
        | 'member'
        | 'agent'
        | 'supervisor'
        | 'knowledge-editor'
        | 'administrator'
        | 'auditor'
        | 'privacy-officer'
      )[];
      /**
       * @maxItems 20
       */
      sources: string[];
      expiresAt: string;
      collection: string;
    };
    response: {
      entry: FaqEntry;
    };
  };
  'POST /api/faq/try': {
    body: {
      question: string;
      /**
       * @maxItems 31
       */
      wordings: string[];
      entry?: string;
    };
    response: {
      wording?: string;
      score?: number;
      taken?: {
        entry: string;
        wording: string;
      };
    };
  };
  'GET /api/faq/{id}': {
    params: {
      id: string;
    };
    response: {
      entry: FaqEntry;
    };
  };
  'PUT /api/faq/{id}/draft': {
    params: {
      id: string;
    };
    body: FaqDraft;
    response: {
      entry: FaqEntry;
    };
  };
  'DELETE /api/faq/{id}/draft': {
    params: {
      id: string;
    };
    response: undefined;
  };
  'POST /api/faq/{id}/submit': {
    params: {
      id: string;
    };
    response: {
      entry: FaqEntry;
    };
  };
  'POST /api/faq/{id}/approve': {
    params: {
      id: string;
    };
    body: {
      digest: string;
    };
    response: {
      entry: FaqEntry;
    };
  };
  'POST /api/faq/{id}/return': {
    params: {
      id: string;
    };
    body: {
      note: string;
    };
    response: {
      entry: FaqEntry;
    };
  };
  'POST /api/faq/{id}/retire': {
    params: {
      id: string;
    };
    response: {
      entry: FaqEntry;
    };
  };
  'GET /api/gaps': {
    query?: {
      state?: 'open' | 'drafted' | 'answered' | 'dismissed';
      offset?: number | null;
      limit?: number;
    };
    response: {
      gaps: Gap[];
      total: number;
    };
  };
  'GET /api/gaps/{id}': {
    params: {
      id: string;
    };
    response: {
      gap: Gap;
      /**
       * Id of the newest FAQ entry written for it that this caller may read.
       */
      answer?: string;
      suggestions: GapSuggestion[];
    };
  };
  'POST /api/gaps/{id}/answer': {
    params: {
      id: string;
    };
    body: {
      question: string;
      /**
       * @maxItems 30
       */
      paraphrases: string[];
      answer: string;
      /**
       * @minItems 1
       * @maxItems 2
       */
      languages: ['en' | 'zh', ...('en' | 'zh')[]];
      owner: string;
      /**
       * @maxItems 7
       */
      readers: (
        | 'member'
        | 'agent'
        | 'supervisor'
        | 'knowledge-editor'
        | 'administrator'
        | 'auditor'
        | 'privacy-officer'
      )[];
      /**
       * @maxItems 20
       */
      sources: string[];
      expiresAt: string;
      collection: string;
    };
    response: {
      entry: FaqEntry;
    };
  };
  'POST /api/gaps/{id}/dismiss': {
    params: {
      id: string;
    };
    body: {
      reason: 'off-topic' | 'not-a-question' | 'already-answered' | 'personal' | 'other';
    };
    response: {
      gap: Gap;
    };
  };
  'POST /api/gaps/{id}/reopen': {
    params: {
      id: string;
    };
    response: {
      gap: Gap;
    };
  };
  'POST /api/redaction/preview': {
    body: {
      text: string;
      profile?: string;
    };
    response: {
      masked: string;
      findings: Finding[];
      profile: string;
    };
  };
  'POST /api/redaction/open': {
    body: {
      /**
       * At most 100 tokens.
       */
      text: string;
      reason: string;
    };
    response: {
      text: string;
      /**
       * Number of tokens that were opened, by type.
       */
      opened: {
        [k: string]: number;
      };
      tokens: ValueToken[];
      /**
       * As the audit log keeps it: types stand in place of values.
       */
      reason: string;
    };
  };
  'GET /api/redaction/profiles': {
    response: {
      profiles: MaskProfile[];
    };
  };
  'GET /api/redaction/types': {
    response: {
      types: EntityType[];
      totals: {
        /**
         * Texts with a value that is found.
         */
        positives: number;
        /**
         * Texts in which nothing is found.
         */
        negatives: number;
        types: number;
        rules: number;
      };
    };
  };
  'GET /api/redaction/types/{id}': {
    params: {
      id: string;
    };
    response: DescribedType;
  };
  'GET /api/redaction/custom-rules': {
    query?: {
      limit?: number;
      /**
       * `next` of the page before.
       */
      after?: string;
    };
    response: {
      rules: CustomRule[];
      total: number;
      next?: string;
    };
  };
  'POST /api/redaction/custom-rules/check': {
    body: {
      /**
       * Where it would stand; it is checked in place of the file of this name.
       */
      file?: string;
      text: string;
      sample?: string;
    };
    response: {
      /**
       * Why the next start would refuse it; none when it would load.
       */
      problems: {
        message: string;
        /**
         * From 1.
         */
        line?: number;
      }[];
      /**
       * None when the file cannot be read.
       */
      rules: CustomRule[];
      findings: {
        type: string;
        rule: string;
        /**
         * Offset in UTF-16 code units of the sample.
         */
        start: number;
        end: number;
      }[];
    };
  };
  'GET /api/redaction/statistics': {
    query?: {
      /**
       * Included; a week before the end when absent.
       */
      from?: string;
      /**
       * Excluded; now when absent.
       */
      to?: string;
      /**
       * Whose days and hours are counted.
       */
      zone?: string;
    };
    response: MaskStatistics;
  };
  'GET /api/redaction/statistics/export': {
    query: {
      /**
       * Included; a week before the end when absent.
       */
      from?: string;
      /**
       * Excluded; now when absent.
       */
      to?: string;
      /**
       * Whose days and hours are counted.
       */
      zone?: string;
      table: 'types' | 'profiles' | 'times';
    };
    response: string;
  };
  'GET /api/insights/overview': {
    query?: {
      /**
       * Included; a week before the end when absent.
       */
      from?: string;
      /**
       * Excluded; now when absent.
       */
      to?: string;
      /**
       * Whose days and hours are counted.
       */
      zone?: string;
    };
    response: Overview;
  };
  'POST /api/receipts/verify': {
    body: {
      intent: number;
      outcome: number;
      /**
       * Leaf hash of the outcome, hex.
       */
      leaf: string;
    };
    response: {
      ok: boolean;
      message: string;
      /**
       * Entries under the checkpoint.
       */
      entries?: number;
      /**
       * Signed note (C2SP tlog-checkpoint).
       */
      checkpoint?: string;
    };
  };
  'GET /api/audit/state': {
    response: {
      origin: string;
      size: number;
      checkpoint: {
        /**
         * Entries it covers.
         */
        size: number;
        /**
         * When it was signed, if this run has signed it.
         */
        at?: string;
        /**
         * Id of the key that signs, as in the verifier key.
         */
        key: string;
        /**
         * Whether the entries after it could not be signed.
         */
        failing: boolean;
      };
      anchoring: AuditAnchoring;
      verification?: AuditVerification;
      /**
       * The newest verification that runs as a job.
       */
      task?: {
        job: string;
        state: 'queued' | 'running' | 'done' | 'failed';
        progress: number;
        error?: string;
        updatedAt: string;
      };
    };
  };
  'POST /api/audit/reveals': {
    body: {
      entry: number;
      reason: string;
    };
    response: {
      request: AuditRequest;
    };
  };
  'POST /api/audit/erasures': {
    body:
      | {
          actor: string;
          basis: string;
          reason: string;
        }
      | {
          value: string;
          basis: string;
          reason: string;
        };
    response: {
      request: AuditRequest;
    };
  };
  'POST /api/audit/holds': {
    body: {
      scope: HoldScope;
      reason: string;
    };
    response: {
      request: AuditRequest;
    };
  };
  'GET /api/audit/holds': {
    response: {
      holds: {
        id: string;
        seq: number;
        setAt: string;
        scope: HoldScope;
      }[];
    };
  };
  'POST /api/audit/holds/{hold}/releases': {
    params: {
      hold: string;
    };
    body: {
      reason: string;
    };
    response: {
      request: AuditRequest;
    };
  };
  'GET /api/audit/requests': {
    query?: {
      limit?: number;
      after?: string;
    };
    response: {
      requests: AuditRequest[];
      next?: string;
    };
  };
  'GET /api/audit/requests/{id}': {
    params: {
      id: string;
    };
    response: {
      request: AuditRequest;
    };
  };
  'POST /api/audit/requests/{id}/grant': {
    params: {
      id: string;
    };
    response: {
      request: AuditRequest;
    };
  };
  'POST /api/audit/requests/{id}/refuse': {
    params: {
      id: string;
    };
    response: {
      request: AuditRequest;
    };
  };
  'POST /api/audit/requests/{id}/content': {
    params: {
      id: string;
    };
    response: {
      entry: number;
      /**
       * Masked prompt and evidence, or masked answer, as JSON.
       */
      text: string;
      /**
       * What the placeholders of the text stand for.
       */
      values: {
        placeholder: string;
        type?: string;
        original: string;
      }[];
    };
  };
  'GET /api/audit/compliance': {
    query?: {
      /**
       * A clause, or the start of several: pci-10.2.
       */
      clause?: string;
      from?: string;
      /**
       * The first moment after it.
       */
      to?: string;
    };
    response: {
      clauses: ClauseReport[];
    };
  };
  'GET /api/audit/entries': {
    query?: {
      type?: string;
      /**
       * Id of a person or key.
       */
      actor?: string;
      exchange?: string;
      /**
       * Entries that name the model; with a decision or the type of an outcome, outcomes of its exchanges.
       */
      model?: string;
      decision?: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
      /**
       * Included.
       */
      from?: string;
      /**
       * Excluded.
       */
      to?: string;
      after?: number | null;
      before?: number;
      order?: 'oldest' | 'newest';
      limit?: number;
    };
    response: {
      entries: AuditEntry[];
      next?: number;
    };
  };
  'GET /api/audit/entries/{seq}': {
    params: {
      seq: number;
    };
    response: AuditEntryDetail;
  };
  'POST /api/audit/searches': {
    body: {
      type?: string;
      /**
       * Id of a person or key.
       */
      actor?: string;
      exchange?: string;
      /**
       * Entries that name the model; with a decision or the type of an outcome, outcomes of its exchanges.
       */
      model?: string;
      decision?: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
      /**
       * Included.
       */
      from?: string;
      /**
       * Excluded.
       */
      to?: string;
    };
    response: {
      /**
       * Number of the entry that records the search.
       */
      search: number;
      /**
       * Entries before it that fit.
       */
      total: number;
    };
  };
  'GET /api/audit/searches/{search}/entries': {
    params: {
      search: number;
    };
    query?: {
      order?: 'oldest' | 'newest';
      offset?: number | null;
      limit?: number;
    };
    response: {
      entries: AuditEntry[];
    };
  };
  'GET /api/audit/export': {
    query?: {
      type?: string;
      /**
       * Id of a person or key.
       */
      actor?: string;
      exchange?: string;
      /**
       * Entries that name the model; with a decision or the type of an outcome, outcomes of its exchanges.
       */
      model?: string;
      decision?: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
      /**
       * Included.
       */
      from?: string;
      /**
       * Excluded.
       */
      to?: string;
      format?: 'jsonl' | 'ocsf' | 'cef';
    };
    response: string;
  };
  'POST /api/audit/verify': {
    response: {
      ok: boolean;
      entries: number;
      message: string;
    };
  };
  'POST /api/audit/verifications': {
    response: {
      job: Job;
    };
  };
  'GET /api/audit/proofs/{seq}': {
    params: {
      seq: number;
    };
    response: string;
  };
  'GET /api/audit/checkpoint': {
    response: string;
  };
  'GET /api/audit/checkpoint/qr': {
    response: string;
  };
  'GET /api/policies': {
    response: {
      bundle: string;
      digest: string;
      files: {
        path: string;
        digest: string;
        bytes: number;
      }[];
    };
  };
  'GET /api/policies/files': {
    response: {
      files: {
        path: string;
        digest: string;
        text: string;
      }[];
    };
  };
  'POST /api/policies/decide': {
    body: DecisionRequest;
    response: {
      allowed: boolean;
      reasons: string[];
      errors: string[];
      /**
       * The policies that decided, as `reasons` names them, with their text.
       */
      policies: {
        id: string;
        file: string;
        text: string;
      }[];
    };
  };
  'POST /api/policies/permissions': {
    body: {
      roles: (
        | 'member'
        | 'agent'
        | 'supervisor'
        | 'knowledge-editor'
        | 'administrator'
        | 'auditor'
        | 'privacy-officer'
      )[];
      kind?: 'user' | 'api-key';
    };
    response: {
      permissions: (
        | 'chat:create'
        | 'embedding:create'
        | 'rerank:create'
        | 'model:list'
        | 'model:inspect'
        | 'model:manage'
        | 'collection:list'
        | 'collection:create'
        | 'collection:read'
        | 'collection:update'
        | 'collection:delete'
        | 'document:create'
        | 'document:read'
        | 'document:update'
        | 'document:delete'
        | 'job:read'
        | 'job:update'
        | 'source:read'
        | 'source:manage'
        | 'knowledge:search'
        | 'evaluation:read'
        | 'evaluation:write'
        | 'faq:read'
        | 'faq:write'
        | 'faq:approve'
        | 'gap:read'
        | 'gap:review'
        | 'redaction:preview'
        | 'redaction:read'
        | 'redaction:open'
        | 'conversation:read'
        | 'conversation:write'
        | 'insights:read'
        | 'receipt:verify'
        | 'audit:read'
        | 'audit:export'
        | 'audit:verify'
        | 'audit:prove'
        | 'audit:reveal'
        | 'audit:erase'
        | 'audit:hold'
        | 'audit:approve'
        | 'policy:read'
        | 'policy:decide'
        | 'api-key:create'
        | 'api-key:list'
        | 'api-key:revoke'
        | 'user:create'
        | 'user:list'
        | 'user:update'
        | 'session:read'
        | 'session:end'
        | 'session:list'
        | 'session:revoke'
        | 'account:update'
      )[];
    };
  };
  'POST /api/policies/tests': {
    response: {
      total: number;
      failed: number;
      cases: {
        file: string;
        name: string;
        expected: string;
        actual: string;
        passed: boolean;
      }[];
    };
  };
  'GET /api/models': {
    response: {
      models: (InspectedModel | ListedModel)[];
    };
  };
  'POST /api/models/{id}/load': {
    params: {
      id: string;
    };
    response: {
      model: InspectedModel | ListedModel;
    };
  };
  'POST /api/models/{id}/unload': {
    params: {
      id: string;
    };
    response: {
      model: InspectedModel | ListedModel;
    };
  };
  'POST /api/models/{id}/verify': {
    params: {
      id: string;
    };
    response: {
      job: Job;
    };
  };
  'POST /api/models/{id}/measure': {
    params: {
      id: string;
    };
    response: {
      job: Job;
    };
  };
  'GET /api/users': {
    query?: {
      search?: string;
      after?: string;
      limit?: number;
    };
    response: {
      users: Account[];
      next?: string;
    };
  };
  'POST /api/users': {
    body: {
      username: string;
      displayName: string;
      password: string;
      /**
       * @minItems 1
       */
      roles: [
        (
          | 'member'
          | 'agent'
          | 'supervisor'
          | 'knowledge-editor'
          | 'administrator'
          | 'auditor'
          | 'privacy-officer'
        ),
        ...(
          | 'member'
          | 'agent'
          | 'supervisor'
          | 'knowledge-editor'
          | 'administrator'
          | 'auditor'
          | 'privacy-officer'
        )[]
      ];
    };
    response: {
      user: Account;
    };
  };
  'PATCH /api/users/{id}': {
    params: {
      id: string;
    };
    body: UserChange;
    response: {
      user: Account;
    };
  };
  'DELETE /api/users/{id}/sessions': {
    params: {
      id: string;
    };
    response: {
      ended: number;
    };
  };
  'GET /api/sessions': {
    query?: {
      user?: string;
      after?: string;
      limit?: number;
    };
    response: {
      sessions: Session[];
      next?: string;
    };
  };
  'DELETE /api/sessions/{id}': {
    params: {
      id: string;
    };
    response: undefined;
  };
  'GET /api/api-keys': {
    query?: {
      owner?: string;
      after?: string;
      limit?: number;
    };
    response: {
      apiKeys: ListedApiKey[];
      next?: string;
    };
  };
  'POST /api/api-keys': {
    body: {
      name: string;
      /**
       * @minItems 1
       */
      scopes: [
        (
          | 'chat:create'
          | 'embedding:create'
          | 'rerank:create'
          | 'model:list'
          | 'model:inspect'
          | 'model:manage'
          | 'collection:list'
          | 'collection:create'
          | 'collection:read'
          | 'collection:update'
          | 'collection:delete'
          | 'document:create'
          | 'document:read'
          | 'document:update'
          | 'document:delete'
          | 'job:read'
          | 'job:update'
          | 'source:read'
          | 'source:manage'
          | 'knowledge:search'
          | 'evaluation:read'
          | 'evaluation:write'
          | 'faq:read'
          | 'faq:write'
          | 'faq:approve'
          | 'gap:read'
          | 'gap:review'
          | 'redaction:preview'
          | 'redaction:read'
          | 'redaction:open'
          | 'conversation:read'
          | 'conversation:write'
          | 'insights:read'
          | 'receipt:verify'
          | 'audit:read'
          | 'audit:export'
          | 'audit:verify'
          | 'audit:prove'
          | 'audit:reveal'
          | 'audit:erase'
          | 'audit:hold'
          | 'audit:approve'
          | 'policy:read'
          | 'policy:decide'
          | 'api-key:create'
          | 'api-key:list'
          | 'api-key:revoke'
          | 'user:create'
          | 'user:list'
          | 'user:update'
          | 'session:read'
          | 'session:end'
          | 'session:list'
          | 'session:revoke'
          | 'account:update'
        ),
        ...(
          | 'chat:create'
          | 'embedding:create'
          | 'rerank:create'
          | 'model:list'
          | 'model:inspect'
          | 'model:manage'
          | 'collection:list'
          | 'collection:create'
          | 'collection:read'
          | 'collection:update'
          | 'collection:delete'
          | 'document:create'
          | 'document:read'
          | 'document:update'
          | 'document:delete'
          | 'job:read'
          | 'job:update'
          | 'source:read'
          | 'source:manage'
          | 'knowledge:search'
          | 'evaluation:read'
          | 'evaluation:write'
          | 'faq:read'
          | 'faq:write'
          | 'faq:approve'
          | 'gap:read'
          | 'gap:review'
          | 'redaction:preview'
          | 'redaction:read'
          | 'redaction:open'
          | 'conversation:read'
          | 'conversation:write'
          | 'insights:read'
          | 'receipt:verify'
          | 'audit:read'
          | 'audit:export'
          | 'audit:verify'
          | 'audit:prove'
          | 'audit:reveal'
          | 'audit:erase'
          | 'audit:hold'
          | 'audit:approve'
          | 'policy:read'
          | 'policy:decide'
          | 'api-key:create'
          | 'api-key:list'
          | 'api-key:revoke'
          | 'user:create'
          | 'user:list'
          | 'user:update'
          | 'session:read'
          | 'session:end'
          | 'session:list'
          | 'session:revoke'
          | 'account:update'
        )[]
      ];
      /**
       * @minItems 1
       */
      models?: [string, ...string[]];
      /**
       * @minItems 1
       */
      collections?: [string, ...string[]];
      expiresAt?: string;
    };
    response: {
      apiKey: ApiKey;
      secret: string;
    };
  };
  'DELETE /api/api-keys/{id}': {
    params: {
      id: string;
    };
    response: undefined;
  };
  'GET /healthz': {
    response: {
      status: 'alive';
    };
  };
  'GET /readyz': {
    response: {
      status: 'ready' | 'starting';
      index: 'ready' | 'repairing' | 'embedding';
    };
  };
  'GET /metrics': {
    response: string;
  };
  'GET /openapi.json': {
    response: {
      [k: string]: unknown;
    };
  };
}
/**
 * A chat completion request in OpenAI’s shape.
 */
export interface ChatCompletionRequest {
  model?: string;
  temperature?: number | null;
  top_p?: number | null;
  user?: string | null;
  intramura?: IntramuraRequest;
  max_tokens?: number | null;
  seed?: number | null;
  stop?: string | string[] | null;
  stream?: boolean | null;
  stream_options?: {
    include_usage?: boolean;
  } | null;
  /**
   * @minItems 1
   * @maxItems 1024
   */
  messages: [
    {
      role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
      content?:
        | string
        | [
            {
              type: 'text';
              text: string;
            },
            ...{
              type: 'text';
              text: string;
            }[]
          ]
        | null;
      refusal?: string | null;
      /**
       * @maxItems 128
       */
      tool_calls?:
        | {
            type: 'function';
            function: {
              name: string;
              arguments: string;
            };
          }[]
        | null;
      function_call?: {
        name: string;
        arguments: string;
      } | null;
      tool_call_id?: string | null;
      name?: string | null;
      audio?: null;
    },
    ...{
      role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
      content?:
        | string
        | [
            {
              type: 'text';
              text: string;
            },
            ...{
              type: 'text';
              text: string;
            }[]
          ]
        | null;
      refusal?: string | null;
      /**
       * @maxItems 128
       */
      tool_calls?:
        | {
            type: 'function';
            function: {
              name: string;
              arguments: string;
            };
          }[]
        | null;
      function_call?: {
        name: string;
        arguments: string;
      } | null;
      tool_call_id?: string | null;
      name?: string | null;
      audio?: null;
    }[]
  ];
  max_completion_tokens?: number | null;
  n?: 1 | null;
  response_format?:
    | {
        type: 'text';
      }
    | {
        type: 'json_object';
      }
    | {
        type: 'json_schema';
        json_schema: {
          name: string;
          description?: string;
          schema: {
            [k: string]: unknown;
          };
          strict?: boolean | null;
        };
      }
    | null;
  frequency_penalty?: 0 | null;
  presence_penalty?: 0 | null;
  logit_bias?: null;
  logprobs?: false | null;
  /**
   * @maxItems 0
   */
  tools?: unknown[] | null;
  tool_choice?: 'none' | 'auto' | null;
  functions?: null;
  function_call?: 'none' | 'auto' | null;
  top_logprobs?: 0 | null;
  modalities?: 'text'[] | null;
  prediction?: null;
  reasoning_effort?: 'none' | null;
  verbosity?: 'medium' | null;
  web_search_options?: null;
  audio?: null;
}
/**
 * What a request may ask of the knowledge and its grounding.
 */
export interface IntramuraRequest {
  /**
   * @maxItems 64
   */
  collections?: string[];
  grounding?: 'auto' | 'required' | 'verbatim' | 'off';
}
/**
 * A chat completion in OpenAI’s shape, with our extension.
 */
export interface ChatCompletion {
  id: string;
  object: 'chat.completion';
  created: number;
  model: string;
  choices: {
    index: 0;
    message: {
      role: 'assistant';
      content: string;
      refusal: null;
    };
    logprobs: null;
    finish_reason: 'stop' | 'length';
  }[];
  usage: {
    prompt_tokens: number;
    completion_tokens: number;
    total_tokens: number;
  };
  intramura: IntramuraResponse;
}
/**
 * Sources, masked types and receipt of an answer.
 */
export interface IntramuraResponse {
  sources: Source[];
  redaction: {
    [k: string]: number;
  };
  warned: {
    [k: string]: number;
  };
  withheld: number;
  receipt: Receipt;
  decision: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
  check: {
    supported: number;
    removed: number;
  };
}
/**
 * A cited sentence and where it stands; `number` is the citation in the answer, `attached` a file of the conversation, `approval` an FAQ entry: `document` is its id then.
 */
export interface Source {
  id: string;
  number: number;
  document: string;
  attached: boolean;
  title: string;
  location: string;
  score: number;
  quote: string;
  approval?: Approval;
}
/**
 * Who answers for an approved answer, since when and until when it is approved.
 */
export interface Approval {
  owner: string;
  approvedAt: string;
  expiresAt: string;
}
/**
 * Sequence numbers of the two audit entries and the leaf hash of the outcome.
 */
export interface Receipt {
  intent: number;
  outcome: number;
  leaf: string;
}
/**
 * A completion request in OpenAI’s older shape. Each prompt is answered as a question.
 */
export interface CompletionRequest {
  model?: string;
  temperature?: number | null;
  top_p?: number | null;
  user?: string | null;
  intramura?: IntramuraRequest;
  max_tokens?: number | null;
  seed?: number | null;
  stop?: string | string[] | null;
  stream?: boolean | null;
  stream_options?: {
    include_usage?: boolean;
  } | null;
  prompt: string | [string, ...string[]];
  n?: 1 | null;
  best_of?: 1 | null;
  echo?: false | null;
  suffix?: null;
  logprobs?: null;
  logit_bias?: null;
  frequency_penalty?: 0 | null;
  presence_penalty?: 0 | null;
}
/**
 * A completion in OpenAI’s shape, with our extension.
 */
export interface Completion {
  id: string;
  object: 'text_completion';
  created: number;
  model: string;
  choices: {
    index: number;
    text: string;
    logprobs: null;
    finish_reason: 'stop' | 'length';
    /**
     * With several prompts: of this one.
     */
    intramura?: {
      sources: Source[];
      redaction: {
        [k: string]: number;
      };
      warned: {
        [k: string]: number;
      };
      withheld: number;
      receipt: Receipt;
      decision: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
      check: {
        supported: number;
        removed: number;
      };
    };
  }[];
  usage: {
    prompt_tokens: number;
    completion_tokens: number;
    total_tokens: number;
  };
  /**
   * With one prompt.
   */
  intramura?: {
    sources: Source[];
    redaction: {
      [k: string]: number;
    };
    warned: {
      [k: string]: number;
    };
    withheld: number;
    receipt: Receipt;
    decision: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
    check: {
      supported: number;
      removed: number;
    };
  };
}
/**
 * A request for a response in OpenAI’s shape. Nothing is kept from one to the next.
 */
export interface ResponseRequest {
  model?: string;
  temperature?: number | null;
  top_p?: number | null;
  user?: string | null;
  intramura?: IntramuraRequest;
  input:
    | string
    | [
        (
          | {
              type?: 'message';
              role: 'system' | 'developer' | 'user' | 'assistant';
              content:
                | string
                | [
                    (
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    ),
                    ...(
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    )[]
                  ];
            }
          | {
              type: 'function_call';
              call_id?: string | null;
              name: string;
              arguments: string;
            }
          | {
              type: 'function_call_output';
              call_id?: string | null;
              output:
                | string
                | [
                    (
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    ),
                    ...(
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    )[]
                  ];
            }
        ),
        ...(
          | {
              type?: 'message';
              role: 'system' | 'developer' | 'user' | 'assistant';
              content:
                | string
                | [
                    (
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    ),
                    ...(
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    )[]
                  ];
            }
          | {
              type: 'function_call';
              call_id?: string | null;
              name: string;
              arguments: string;
            }
          | {
              type: 'function_call_output';
              call_id?: string | null;
              output:
                | string
                | [
                    (
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    ),
                    ...(
                      | {
                          type: 'input_text';
                          text: string;
                        }
                      | {
                          type: 'output_text';
                          text: string;
                        }
                      | {
                          type: 'refusal';
                          refusal: string;
                        }
                    )[]
                  ];
            }
        )[]
      ];
  instructions?: string | null;
  max_output_tokens?: number | null;
  text?: {
    format?:
      | {
          type: 'text';
        }
      | {
          type: 'json_object';
        }
      | {
          type: 'json_schema';
          name: string;
          description?: string;
          schema: {
            [k: string]: unknown;
          };
          strict?: boolean | null;
        }
      | null;
    verbosity?: 'medium' | null;
  } | null;
  /**
   * @maxItems 128
   */
  tools?:
    | {
        type: 'function';
        name: string;
        description?: string | null;
        parameters?: {
          [k: string]: unknown;
        } | null;
        strict?: boolean | null;
      }[]
    | null;
  tool_choice?:
    | ('none' | 'auto' | 'required')
    | {
        type: 'function';
        name: string;
      }
    | null;
  /**
   * A response has at most one call, whatever this says.
   */
  parallel_tool_calls?: boolean | null;
  stream?: boolean | null;
  metadata?: {
    [k: string]: string;
  } | null;
  store?: false | null;
  previous_response_id?: null;
  conversation?: null;
  background?: false | null;
  truncation?: 'disabled' | null;
  top_logprobs?: 0 | null;
  /**
   * The models here have no reasoning, so nothing is added.
   */
  include?: 'reasoning.encrypted_content'[] | null;
  reasoning?: {
    effort?: 'none' | null;
    summary?: null;
  } | null;
  prompt?: null;
  max_tool_calls?: null;
  moderation?: null;
  context_management?: null;
}
/**
 * A response in OpenAI’s shape, with our extension once it has ended. What the request said is sent back as it was.
 */
export interface Response {
  id: string;
  object: 'response';
  created_at: number;
  completed_at: number | null;
  status: 'in_progress' | 'completed' | 'incomplete' | 'failed';
  background: false;
  error: {
    code: 'server_error' | 'rate_limit_exceeded' | 'invalid_prompt';
    message: string;
  } | null;
  incomplete_details: {
    reason: 'max_output_tokens';
  } | null;
  instructions: string | null;
  max_output_tokens: number | null;
  max_tool_calls: null;
  model: string;
  output: (
    | {
        id: string;
        type: 'message';
        role: 'assistant';
        status: 'in_progress' | 'completed' | 'incomplete';
        content: {
          type: 'output_text';
          text: string;
          /**
           * @maxItems 0
           */
          annotations: unknown[];
          /**
           * @maxItems 0
           */
          logprobs: unknown[];
        }[];
      }
    | {
        id: string;
        type: 'function_call';
        call_id: string;
        name: string;
        /**
         * JSON.
         */
        arguments: string;
        status: 'in_progress' | 'completed' | 'incomplete';
      }
  )[];
  parallel_tool_calls: boolean;
  previous_response_id: null;
  reasoning: {
    effort: null;
    summary: null;
  };
  store: false;
  temperature: number;
  text: {
    format:
      | {
          type: 'text';
        }
      | {
          type: 'json_object';
        }
      | {
          type: 'json_schema';
          name: string;
          description?: string;
          schema: {
            [k: string]: unknown;
          };
          strict?: boolean | null;
        };
    verbosity: 'medium';
  };
  tool_choice:
    | ('none' | 'auto' | 'required')
    | {
        type: 'function';
        name: string;
      };
  tools: {
    type: 'function';
    name: string;
    description: string | null;
    parameters: {
      [k: string]: unknown;
    } | null;
    strict: boolean;
  }[];
  top_logprobs: 0;
  top_p: number;
  truncation: 'disabled';
  frequency_penalty: 0;
  presence_penalty: 0;
  service_tier: 'default';
  safety_identifier: null;
  prompt_cache_key: null;
  metadata: {
    [k: string]: string;
  };
  usage?: {
    input_tokens: number;
    input_tokens_details: {
      cached_tokens: number;
      cache_write_tokens: number;
    };
    output_tokens: number;
    output_tokens_details: {
      reasoning_tokens: number;
    };
    total_tokens: number;
  };
  intramura?: IntramuraResponse;
}
/**
 * An embeddings request in OpenAI’s shape; texts only.
 */
export interface EmbeddingsRequest {
  model: string;
  input: string | [string, ...string[]];
  encoding_format?: 'float' | 'base64' | null;
  dimensions?: number | null;
  user?: string | null;
}
/**
 * Vectors of length 1, one for each input, of masked text.
 */
export interface Embeddings {
  object: 'list';
  model: string;
  data: {
    object: 'embedding';
    index: number;
    embedding: number[] | string;
  }[];
  usage: {
    prompt_tokens: number;
    total_tokens: number;
  };
}
/**
 * A rerank request in the shape of Jina and Cohere; texts only. Without `model`, the first reranker.
 */
export interface RerankRequest {
  model?: string | null;
  query: string;
  /**
   * @minItems 1
   * @maxItems 256
   */
  documents: [
    (
      | string
      | {
          text: string;
        }
    ),
    ...(
      | string
      | {
          text: string;
        }
    )[]
  ];
  top_n?: number | null;
  return_documents?: boolean | null;
}
/**
 * The most relevant documents, best first.
 */
export interface Reranking {
  model: string;
  object: 'list';
  results: {
    /**
     * Place of the document in the request, from 0.
     */
    index: number;
    /**
     * From 0 to 1.
     */
    relevance_score: number;
    document?: {
      text: string;
    };
  }[];
  usage: {
    prompt_tokens: number;
    total_tokens: number;
  };
}
/**
 * A model in OpenAI’s shape.
 */
export interface Model {
  id: string;
  object: 'model';
  created: number;
  owned_by: string;
}
/**
 * A person who may sign in, or the key that acts.
 */
export interface User {
  id: string;
  name: string;
  roles: (
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
  )[];
}
/**
 * Who acts, and what the policies permit this caller on the product as a whole.
 */
export interface SessionUser {
  id: string;
  name: string;
  roles: (
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
  )[];
  permissions: (
    | 'chat:create'
    | 'embedding:create'
    | 'rerank:create'
    | 'model:list'
    | 'model:inspect'
    | 'model:manage'
    | 'collection:list'
    | 'collection:create'
    | 'collection:read'
    | 'collection:update'
    | 'collection:delete'
    | 'document:create'
    | 'document:read'
    | 'document:update'
    | 'document:delete'
    | 'job:read'
    | 'job:update'
    | 'source:read'
    | 'source:manage'
    | 'knowledge:search'
    | 'evaluation:read'
    | 'evaluation:write'
    | 'faq:read'
    | 'faq:write'
    | 'faq:approve'
    | 'gap:read'
    | 'gap:review'
    | 'redaction:preview'
    | 'redaction:read'
    | 'redaction:open'
    | 'conversation:read'
    | 'conversation:write'
    | 'insights:read'
    | 'receipt:verify'
    | 'audit:read'
    | 'audit:export'
    | 'audit:verify'
    | 'audit:prove'
    | 'audit:reveal'
    | 'audit:erase'
    | 'audit:hold'
    | 'audit:approve'
    | 'policy:read'
    | 'policy:decide'
    | 'api-key:create'
    | 'api-key:list'
    | 'api-key:revoke'
    | 'user:create'
    | 'user:list'
    | 'user:update'
    | 'session:read'
    | 'session:end'
    | 'session:list'
    | 'session:revoke'
    | 'account:update'
  )[];
}
/**
 * A session of the caller; `current`: the one that asks.
 */
export interface OwnSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  current: boolean;
}
/**
 * What one person asked and was answered.
 */
export interface Conversation {
  id: string;
  title: string;
  turns: number;
  createdAt: string;
  updatedAt: string;
}
/**
 * One question of a conversation and what became of it.
 */
export interface Turn {
  id: string;
  position: number;
  question: string;
  answer: string;
  state: 'complete' | 'stopped' | 'failed';
  model: string;
  outcome?: {
    sources: Source[];
    redaction: {
      [k: string]: number;
    };
    warned: {
      [k: string]: number;
    };
    withheld: number;
    receipt: Receipt;
    decision: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
    check: {
      supported: number;
      removed: number;
    };
    seen: Seen;
  };
  feedback?: Feedback;
  createdAt: string;
}
/**
 * What the model saw, with placeholders for what was masked. No messages: no model was asked, the evidence was too weak.
 */
export interface Seen {
  messages: {
    role: 'system' | 'user' | 'assistant' | 'tool';
    content: string;
  }[];
  answer: string;
}
/**
 * What the asker thinks of an answer.
 */
export interface Feedback {
  rating: 'up' | 'down';
  /**
   * @maxItems 32
   */
  reasons?: (
    | 'accurate'
    | 'clear'
    | 'good-source'
    | 'wrong'
    | 'incomplete'
    | 'off-topic'
    | 'bad-source'
    | 'should-have-answered'
    | 'masked-too-much'
  )[];
  comment?: string;
}
/**
 * A file whose text answers questions of one conversation.
 */
export interface ConversationFile {
  id: string;
  name: string;
  format: string;
  bytes: number;
  passages: number;
  createdAt: string;
}
/**
 * A question in a conversation, or another try at one.
 */
export interface TurnRequest {
  /**
   * @maxItems 64
   */
  collections?: string[];
  grounding?: 'auto' | 'required' | 'verbatim' | 'off';
  question?: string;
  replaces?: string;
  model?: string;
}
/**
 * One event of a streamed answer in a conversation; the last one says what the model saw.
 */
export interface TurnChunk {
  id: string;
  object: 'chat.completion.chunk';
  created: number;
  model: string;
  choices: {
    index: 0;
    delta: {
      role?: 'assistant';
      content?: string;
    };
    logprobs: null;
    finish_reason: 'stop' | 'length' | null;
  }[];
  usage?: {
    prompt_tokens: number;
    completion_tokens: number;
    total_tokens: number;
  } | null;
  intramura?: {
    sources: Source[];
    redaction: {
      [k: string]: number;
    };
    warned: {
      [k: string]: number;
    };
    withheld: number;
    receipt: Receipt;
    decision: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
    check: {
      supported: number;
      removed: number;
    };
    seen: Seen;
    turn: string;
  };
}
/**
 * Documents that are read by the same people.
 */
export interface Collection {
  id: string;
  name: string;
  classification: string;
  masking: 'at-use' | 'in-store';
  readers: string[];
  changedAt: string;
  counts?: {
    documents: number;
    chunks: number;
    bytes: number;
  };
  may: {
    read: boolean;
    update: boolean;
    delete: boolean;
    addDocuments: boolean;
  };
}
/**
 * What the search index is about: ready, being repaired, or embedded again for another model; and how many chunks of how many are done. Search goes on meanwhile.
 */
export interface IndexState {
  task: 'ready' | 'repairing' | 'embedding';
  done: number;
  total: number;
}
/**
 * A collection to create.
 */
export interface NewCollection {
  id: string;
  name: string;
  classification?: 'public' | 'internal' | 'confidential' | 'restricted';
  readers?: (
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
  )[];
  masking?: 'at-use' | 'in-store';
}
/**
 * What to change in a collection; the rest stays.
 */
export interface CollectionChange {
  name?: string;
  classification?: 'public' | 'internal' | 'confidential' | 'restricted';
  readers?: (
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
  )[];
}
/**
 * Work that goes on after the request; progress is between 0 and 1.
 */
export interface Job {
  id: string;
  kind:
    | 'import-document'
    | 'verify-model'
    | 'measure-model'
    | 'verify-audit'
    | 'evaluate'
    | 'sync-source'
    | 'remove-source';
  state: 'queued' | 'running' | 'done' | 'failed';
  stage?: string;
  progress: number;
  error?: string;
  code?: string;
  retryable: boolean;
  import?: {
    collection: string;
    source: string;
    document: string;
  };
  outcome?: {
    status: 'imported' | 'replaced' | 'updated' | 'unchanged';
    version: number;
    chunks: number;
    pages?: number;
    warnings: {
      code: string;
      count: number;
    }[];
    parts: {
      imported: number;
      skipped: number;
      refused: number;
      listed: {
        name: string;
        outcome: 'imported' | 'skipped' | 'refused';
        reason?: string;
      }[];
    };
  };
  createdAt: string;
  updatedAt: string;
}
/**
 * What to change of a document; the rest stays, and null goes back to what the collection says.
 */
export interface DocumentChange {
  title?: string;
  classification?: 'public' | 'internal' | 'confidential' | 'restricted' | null;
  readers?:
    | (
        | 'member'
        | 'agent'
        | 'supervisor'
        | 'knowledge-editor'
        | 'administrator'
        | 'auditor'
        | 'privacy-officer'
      )[]
    | null;
  owner?: string | null;
  /**
   * RFC 3339.
   */
  effectiveAt?: string | null;
  /**
   * RFC 3339.
   */
  expiresAt?: string | null;
}
/**
 * A version of a document that was replaced.
 */
export interface DocumentVersion {
  version: number;
  title: string;
  format: string;
  digest: string;
  language: string;
  bytes: number;
  createdAt: string;
  replacedAt: string;
}
/**
 * A piece of a document. Positions count from 0 without gaps.
 */
export interface Chunk {
  id: string;
  position: number;
  location: string;
  text: string;
}
/**
 * A place that documents of a collection come from.
 */
export interface DocumentSource {
  id: string;
  collection: string;
  name: string;
  kind: 'folder' | 'git' | 's3' | 'webdav' | 'sitemap';
  settings: SourceSettings;
  hasCredentials: boolean;
  intervalSeconds: number;
  defaults: {
    classification?: 'public' | 'internal' | 'confidential' | 'restricted';
    readers?: (
      'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
    )[];
    owner?: string;
  };
  enabled: boolean;
  createdAt: string;
  nextRunAt?: string;
  work?: {
    job: string;
    state: 'queued' | 'running';
    stage?: string;
    progress: number;
  };
  lastRun?: SourceRun;
}
/**
 * How one run of a source went.
 */
export interface SourceRun {
  outcome: 'done' | 'held' | 'unfinished' | 'failed';
  endedAt: string;
  ms: number;
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  failed: number;
  held: number;
  failures: {
    path: string;
    code: string;
    reason: string;
  }[];
  code?: string;
  reason?: string;
}
/**
 * A source to add.
 */
export interface NewDocumentSource {
  id: string;
  collection: string;
  name: string;
  settings: SourceSettings;
  credentials?: SourceCredentials;
  intervalSeconds?: number;
  defaults?: {
    classification?: 'public' | 'internal' | 'confidential' | 'restricted';
    readers?: (
      'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
    )[];
    owner?: string;
  };
}
/**
 * Name and password or token. Kept sealed, and never given back.
 */
export interface SourceCredentials {
  user: string;
  secret: string;
}
/**
 * What to change in a source; the rest stays.
 */
export interface DocumentSourceChange {
  name?: string;
  settings?: SourceSettings;
  credentials?: SourceCredentials & ({} | null);
  intervalSeconds?: number;
  defaults?: {
    classification?: 'public' | 'internal' | 'confidential' | 'restricted';
    readers?: (
      'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
    )[];
    owner?: string;
  };
  enabled?: boolean;
}
/**
 * A passage found by search.
 */
export interface Hit {
  chunk: string;
  document: string;
  title: string;
  location: string;
  text: string;
  score: number;
  standings?: {
    text?: Standing;
    vector?: Standing;
    hybrid?: Standing;
  };
}
/**
 * Score and rank in one way of searching; 1 is the best.
 */
export interface Standing {
  score: number;
  rank: number;
}
/**
 * Language of the query, the questions it was looked up as (itself, then its parts), its terms, the share of the vectors in the joined score, how far the words were relied on (0 to 1), and times in milliseconds.
 */
export interface SearchExplanation {
  language: 'en' | 'zh';
  lookUps: string[];
  terms: string[];
  weight: number;
  confidence: number;
  ms: {
    words: number;
    vectors?: number;
  };
}
/**
 * Questions that a collection is measured by.
 */
export interface EvaluationSet {
  id: string;
  name: string;
  questions: number;
  createdAt: string;
}
/**
 * How a collection answered a set of questions.
 */
export interface EvaluationRun {
  id: string;
  set?: string;
  setName: string;
  createdBy: string;
  createdAt: string;
  settings: {
    model: string;
    embedder: string;
    threshold: number;
    documents: number;
    chunks: number;
    version: string;
  };
  figures: {
    all: EvaluationFigures;
    en?: EvaluationFigures;
    zh?: EvaluationFigures;
  };
  calibration?: {
    threshold: number;
    answered: number;
    declined: number;
  };
}
/**
 * Counts over the questions of an evaluation.
 */
export interface EvaluationFigures {
  answerable: number;
  cited: number;
  withSentence: number;
  gold: number;
  answered: number;
  unanswerable: number;
  declined: number;
  citations: number;
  verbatim: number;
  p50: number;
  p95: number;
  baseline: {
    cited: number;
    gold: number;
  };
}
/**
 * What became of one question.
 */
export interface EvaluationResult {
  question: string;
  language: 'en' | 'zh';
  document: string | null;
  sentence: string | null;
  decision: 'answered' | 'quoted' | 'approved' | 'declined' | 'chatted';
  answer: string;
  source: string | null;
  cited: boolean;
  gold: boolean;
  citations: number;
  verbatim: number;
  support: number | null;
  ms: number;
  baseline: {
    cited: boolean;
    gold: boolean;
  };
}
/**
 * How strong support must be before a collection answers.
 */
export interface AbstentionThreshold {
  threshold: number;
  default: number;
  lowest: number;
  highest: number;
  run?: string;
  setAt?: string;
}
/**
 * An FAQ entry in a list, with what there is of it.
 */
export interface FaqListItem {
  id: string;
  collection: string;
  question: string;
  states: ('draft' | 'in-review' | 'approved' | 'expired' | 'retired')[];
  expiresAt?: string;
  updatedAt: string;
}
/**
 * A question with its answer and the versions of both.
 */
export interface FaqEntry {
  id: string;
  collection: string;
  live?: FaqVersion;
  draft?: FaqVersion;
  versions: FaqVersion[];
  gap?: string;
  may: {
    write: boolean;
    approve: boolean;
  };
  updatedAt: string;
}
/**
 * One version of an FAQ entry.
 */
export interface FaqVersion {
  question: string;
  /**
   * @maxItems 30
   */
  paraphrases: string[];
  answer: string;
  /**
   * @minItems 1
   * @maxItems 2
   */
  languages: ['en' | 'zh', ...('en' | 'zh')[]];
  owner: string;
  /**
   * @maxItems 7
   */
  readers: (
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
  )[];
  /**
   * @maxItems 20
   */
  sources: string[];
  expiresAt: string;
  version: number;
  state: 'draft' | 'in-review' | 'approved' | 'replaced' | 'retired';
  authors: {
    id: string;
    name: string;
  }[];
  note?: string;
  digest: string;
  updatedAt: string;
  approvedBy?: {
    id: string;
    name: string;
  };
  approvedAt?: string;
}
/**
 * What people write of an FAQ entry. `readers` narrow those of the collection; it answers until `expiresAt`.
 */
export interface FaqDraft {
  question: string;
  /**
   * @maxItems 30
   */
  paraphrases: string[];
  answer: string;
  /**
   * @minItems 1
   * @maxItems 2
   */
  languages: ['en' | 'zh', ...('en' | 'zh')[]];
  owner: string;
  /**
   * @maxItems 7
   */
  readers: (
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
  )[];
  /**
   * @maxItems 20
   */
  sources: string[];
  expiresAt: string;
}
/**
 * A question that nothing answered well, with its other wordings. Nothing says who asked it.
 */
export interface Gap {
  id: string;
  question: string;
  samples: string[];
  language: string;
  scope: string[];
  state: 'open' | 'drafted' | 'answered' | 'dismissed';
  counts: {
    declined: number;
    unsure: number;
    disliked: number;
  };
  trend: {
    last: number;
    before: number;
  };
  dismissal?: 'off-topic' | 'not-a-question' | 'already-answered' | 'personal' | 'other';
  firstAskedAt: string;
  lastAskedAt: string;
  reopenedAt?: string;
}
/**
 * A passage of the knowledge that may hold the answer.
 */
export interface GapSuggestion {
  document: string;
  title: string;
  location: string;
  text: string;
}
/**
 * A value and what happens to it when this caller sends it; offsets are UTF-16 code units of the input.
 */
export interface Finding {
  type: string;
  start: number;
  end: number;
  score: number;
  rule: string;
  operator: 'mask' | 'hash' | 'generalise' | 'partial' | 'encrypt' | 'block' | 'warn' | 'allow';
  reason: FindingReason;
}
/**
 * Why a value is masked, as far as the detectors know it.
 */
export interface FindingReason {
  kind: 'rule' | 'repeated' | 'encoded';
  validator?: string;
  word?: {
    start: number;
    end: number;
  };
  unverified?: boolean;
}
/**
 * What stands like a token in a text, with its value or what is wrong with it.
 */
export interface ValueToken {
  /**
   * Offset in UTF-16 code units of the text.
   */
  start: number;
  end: number;
  /**
   * What it says it stands for.
   */
  label: string;
  type?: string;
  value?: string;
  /**
   * Why it was not opened. `malformed`: a piece is missing. `unreadable`: another installation made it, or somebody changed it.
   */
  problem?: 'malformed' | 'unreadable';
}
/**
 * Which values an exchange masks, type by type.
 */
export interface MaskProfile {
  name: string;
  title: string;
  tiers: string[];
  include: string[];
  exclude: string[];
  operators: OperatorRule[];
  disabledRules: string[];
  types: {
    type: string;
    masked: boolean;
    because: 'tier' | 'included' | 'excluded' | 'not-in-tiers';
    operator?: 'mask' | 'hash' | 'generalise' | 'partial' | 'encrypt' | 'block' | 'warn' | 'allow';
  }[];
}
/**
 * What happens to some values, for some roles and purposes; the first rule that fits decides.
 */
export interface OperatorRule {
  use: 'mask' | 'hash' | 'generalise' | 'partial' | 'encrypt' | 'block' | 'warn' | 'allow';
  types?: string[];
  tiers?: string[];
  roles?: string[];
  purposes?: string[];
  restore?: 'all' | 'none';
  scope?: 'conversation' | 'installation';
}
/**
 * A kind of value that masking knows, with the words that announce it.
 */
export interface EntityType {
  id: string;
  label: string;
  locale: string;
  tier: 'critical' | 'personal' | 'indirect' | 'attribute';
  /**
   * Countries, states and vendors of its rules.
   */
  locales: string[];
  /**
   * How its rules detect.
   */
  kinds: ('number' | 'code' | 'literal' | 'list' | 'pattern' | 'label' | 'evidence' | 'model')[];
  context: string[];
  /**
   * Ids.
   */
  rules: string[];
  tests: {
    /**
     * Texts with a value that is found.
     */
    positives: number;
    /**
     * Texts in which nothing is found.
     */
    negatives: number;
  };
}
/**
 * A kind of value with its rules in full.
 */
export interface DescribedType {
  id: string;
  label: string;
  locale: string;
  tier: 'critical' | 'personal' | 'indirect' | 'attribute';
  context: {
    en: string[];
    zh: string[];
  };
  rules: DetectionRule[];
}
/**
 * How values of a type are found, what decides, and the texts that test it.
 */
export interface DetectionRule {
  id: string;
  /**
   * Country or state, vendor, or `*`.
   */
  locale: string;
  kind: 'number' | 'code' | 'literal' | 'list' | 'pattern' | 'label' | 'evidence' | 'model';
  validator: string;
  score: number;
  /**
   * Whether a context word must stand near.
   */
  needsContext: boolean;
  /**
   * Lengths and groupings, literals, or the pattern.
   */
  forms: string[];
  /**
   * The value stands between ⟦ and ⟧.
   */
  positives: string[];
  negatives: string[];
}
/**
 * A rule that an operator wrote, with its tests as they came out just now.
 */
export interface CustomRule {
  id: string;
  type: string;
  tier: 'critical' | 'personal' | 'indirect' | 'attribute';
  file: string;
  /**
   * From 1.
   */
  line?: number;
  /**
   * The first 100; none for a pattern.
   */
  words: string[];
  wordCount: number;
  /**
   * RE2.
   */
  pattern?: string;
  /**
   * One of them must stand near; none when it needs none.
   */
  context: string[];
  score: number;
  /**
   * Profiles that look for what it finds.
   */
  profiles: string[];
  tests: {
    /**
     * Whether the value between ⟦ and ⟧ must be found, or nothing.
     */
    kind: 'found' | 'ignored';
    text: string;
    /**
     * From 1.
     */
    line?: number;
    outcome: 'passed' | 'failed' | 'too-slow' | 'not-run';
  }[];
}
/**
 * What was masked in the answered exchanges of a time. Numbers only, never a value.
 */
export interface MaskStatistics {
  unit: 'hour' | 'day';
  exchanges: number;
  masked: number;
  types: {
    type: string;
    count: number;
    /**
     * In how many exchanges it was found.
     */
    exchanges: number;
  }[];
  profiles: {
    /**
     * Absent where it was not kept.
     */
    profile?: string;
    exchanges: number;
    masked: number;
  }[];
  buckets: {
    from: string;
    masked: number;
    /**
     * Of the 8 most frequent types of the whole time.
     */
    types: {
      type: string;
      count: number;
    }[];
  }[];
}
/**
 * Figures of a time, the machine now, and what needs a look.
 */
export interface Overview {
  exchanges: {
    total: number;
    unit: 'hour' | 'day';
    outcomes: OutcomeCounts;
    latency?: Latency;
    buckets: {
      from: string;
      outcomes: OutcomeCounts;
      latency?: Latency;
    }[];
    models: {
      model: string;
      exchanges: number;
      latency?: Latency;
    }[];
    masked: {
      type: string;
      count: number;
    }[];
    failures: {
      code: string;
      count: number;
    }[];
    languages: {
      language: string;
      count: number;
    }[];
    ratings: {
      up: number;
      down: number;
    };
  };
  host: {
    memory: {
      totalMib: number;
      freeMib: number;
      serverMib: number;
      models: {
        model: string;
        mib: number;
      }[];
    };
    uptimeSeconds: number;
    disk: {
      totalBytes: number;
      freeBytes: number;
    };
  };
  alerts: Alert[];
}
/**
 * How many exchanges ended in which way.
 */
export interface OutcomeCounts {
  answered: number;
  quoted: number;
  approved: number;
  declined: number;
  chatted: number;
  failed: number;
}
/**
 * Half, and 95 of a hundred, took at most so many milliseconds.
 */
export interface Latency {
  p50: number;
  p95: number;
}
/**
 * Something that somebody should look at.
 */
export interface Alert {
  kind:
    | 'log-changed'
    | 'log-unsigned'
    | 'log-never-verified'
    | 'log-verified-long-ago'
    | 'model-failed'
    | 'model-not-ready'
    | 'disk-low'
    | 'jobs-failed'
    | 'sources-failed'
    | 'first-password'
    | 'many-declined'
    | 'many-failed';
  level: 'critical' | 'warning' | 'notice';
  /**
   * Id of the model it is about.
   */
  subject?: string;
  /**
   * How many, or how many bytes are free.
   */
  count?: number;
  share?: number;
  at?: string;
}
/**
 * Where checkpoints are kept besides the log, and how that does.
 */
export interface AuditAnchoring {
  /**
   * So many anchors must hold a checkpoint before it counts as anchored.
   */
  need: number;
  /**
   * Whether exchanges are refused while the newest one is too old.
   */
  strict: boolean;
  maxAgeSeconds: number;
  /**
   * The newest checkpoint that enough anchors hold.
   */
  anchored?: {
    /**
     * Entries that the checkpoint covers.
     */
    size: number;
    /**
     * Since it was signed.
     */
    ageSeconds: number;
  };
  anchors: {
    name: string;
    kind: string;
    /**
     * The newest checkpoint that this run knows it to hold.
     */
    held?: {
      /**
       * Entries that the checkpoint covers.
       */
      size: number;
      /**
       * Since it was signed.
       */
      ageSeconds: number;
    };
    /**
     * Why the last attempt failed.
     */
    error?: string;
  }[];
}
/**
 * What a verification of the audit log found.
 */
export interface AuditVerification {
  at: string;
  ok: boolean;
  exit: number;
  entries: number;
  proven: number;
  message: string;
  problems: {
    kind: string;
    from: number;
    to: number;
    message: string;
  }[];
}
/**
 * A request that takes a second person.
 */
export interface AuditRequest {
  id: string;
  about:
    | {
        kind: 'reveal';
        entry: number;
      }
    | {
        kind: 'erasure';
        basis: string;
        /**
         * Absent where a value names whom it is about.
         */
        actor?: string;
      }
    | {
        kind: 'hold';
        scope: HoldScope;
      }
    | {
        kind: 'release';
        hold: string;
      };
  /**
   * As the audit log keeps it: types stand in place of values.
   */
  reason: string;
  state: 'open' | 'granted' | 'refused' | 'done' | 'failed' | 'expired';
  askedBy: string;
  /**
   * Absent once there is no such account.
   */
  askedByName?: string;
  askedAt: string;
  expiresAt: string;
  decidedBy?: string;
  decidedByName?: string;
  decidedAt?: string;
}
/**
 * Which entries: all of a person, an exchange or a time, or what they have in common. Empty: every entry.
 */
export interface HoldScope {
  actor?: string;
  exchange?: string;
  /**
   * Included.
   */
  from?: string;
  /**
   * Excluded.
   */
  to?: string;
}
/**
 * What the log has to show for a clause. It never says that a law is kept.
 */
export interface ClauseReport {
  id: string;
  law: 'gdpr' | 'eu-ai-act' | 'hipaa' | 'pci-dss' | 'iso-27001' | 'sec-17a-4' | 'gb-22239';
  /**
   * As the law numbers it.
   */
  number: string;
  asks: {
    en: string;
    zh: string;
  };
  evidence: {
    shows: {
      en: string;
      zh: string;
    };
    /**
     * Types of entries that were counted.
     */
    types: string[];
    count: number;
    /**
     * Number of the first of them.
     */
    first?: number;
    last?: number;
  }[];
  /**
   * What of the product, beside entries, answers it.
   */
  also?: {
    en: string;
    zh: string;
  };
  /**
   * What the organisation must see to itself.
   */
  left?: {
    en: string;
    zh: string;
  };
  /**
   * Read from memory, not from a summary.
   */
  fromMemory?: boolean;
}
/**
 * An entry of the audit log; `leaf` is the record that was hashed.
 */
export interface AuditEntry {
  seq: number;
  hash: string;
  type: string;
  at: string;
  leaf: {
    [k: string]: unknown;
  };
}
/**
 * An entry with what stands around it.
 */
export interface AuditEntryDetail {
  seq: number;
  hash: string;
  type: string;
  at: string;
  leaf: {
    [k: string]: unknown;
  };
  /**
   * The leaf, byte for byte as it was hashed.
   */
  text: string;
  /**
   * Whether the leaf still has the hash.
   */
  intact: boolean;
  /**
   * Whether it follows the entry before.
   */
  linked: boolean;
  previous?: {
    seq: number;
    hash: string;
    type: string;
  };
  following?: {
    seq: number;
    hash: string;
    type: string;
  };
  /**
   * Every entry of its exchange, oldest first.
   */
  exchange: AuditEntry[];
  /**
   * Whether it leads to the newest checkpoint, is too new for it, or no longer leads there.
   */
  proof: 'proven' | 'unsigned' | 'changed';
}
/**
 * Who asks to do what, as in policies/tests. Without `resource`: on the product as a whole.
 */
export interface DecisionRequest {
  principal: {
    kind?: 'user' | 'api-key';
    id?: string;
    name?: string;
    roles: (
      'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
    )[];
    limits?: {
      scopes: (
        | 'chat:create'
        | 'embedding:create'
        | 'rerank:create'
        | 'model:list'
        | 'model:inspect'
        | 'model:manage'
        | 'collection:list'
        | 'collection:create'
        | 'collection:read'
        | 'collection:update'
        | 'collection:delete'
        | 'document:create'
        | 'document:read'
        | 'document:update'
        | 'document:delete'
        | 'job:read'
        | 'job:update'
        | 'source:read'
        | 'source:manage'
        | 'knowledge:search'
        | 'evaluation:read'
        | 'evaluation:write'
        | 'faq:read'
        | 'faq:write'
        | 'faq:approve'
        | 'gap:read'
        | 'gap:review'
        | 'redaction:preview'
        | 'redaction:read'
        | 'redaction:open'
        | 'conversation:read'
        | 'conversation:write'
        | 'insights:read'
        | 'receipt:verify'
        | 'audit:read'
        | 'audit:export'
        | 'audit:verify'
        | 'audit:prove'
        | 'audit:reveal'
        | 'audit:erase'
        | 'audit:hold'
        | 'audit:approve'
        | 'policy:read'
        | 'policy:decide'
        | 'api-key:create'
        | 'api-key:list'
        | 'api-key:revoke'
        | 'user:create'
        | 'user:list'
        | 'user:update'
        | 'session:read'
        | 'session:end'
        | 'session:list'
        | 'session:revoke'
        | 'account:update'
      )[];
      models?: string[];
      collections?: string[];
    };
  };
  action:
    | 'chat:create'
    | 'embedding:create'
    | 'rerank:create'
    | 'model:list'
    | 'model:inspect'
    | 'model:manage'
    | 'collection:list'
    | 'collection:create'
    | 'collection:read'
    | 'collection:update'
    | 'collection:delete'
    | 'document:create'
    | 'document:read'
    | 'document:update'
    | 'document:delete'
    | 'job:read'
    | 'job:update'
    | 'source:read'
    | 'source:manage'
    | 'knowledge:search'
    | 'evaluation:read'
    | 'evaluation:write'
    | 'faq:read'
    | 'faq:write'
    | 'faq:approve'
    | 'gap:read'
    | 'gap:review'
    | 'redaction:preview'
    | 'redaction:read'
    | 'redaction:open'
    | 'conversation:read'
    | 'conversation:write'
    | 'insights:read'
    | 'receipt:verify'
    | 'audit:read'
    | 'audit:export'
    | 'audit:verify'
    | 'audit:prove'
    | 'audit:reveal'
    | 'audit:erase'
    | 'audit:hold'
    | 'audit:approve'
    | 'policy:read'
    | 'policy:decide'
    | 'api-key:create'
    | 'api-key:list'
    | 'api-key:revoke'
    | 'user:create'
    | 'user:list'
    | 'user:update'
    | 'session:read'
    | 'session:end'
    | 'session:list'
    | 'session:revoke'
    | 'account:update';
  resource?:
    | {
        type: 'Application';
      }
    | {
        type: 'AuditLog';
      }
    | {
        type: 'Model';
        id: string;
      }
    | {
        id: string;
        classification: string;
        readers?: (
          | 'member'
          | 'agent'
          | 'supervisor'
          | 'knowledge-editor'
          | 'administrator'
          | 'auditor'
          | 'privacy-officer'
        )[];
        type: 'Collection';
      }
    | {
        type: 'Conversation';
        id: string;
        owner: string;
      }
    | {
        type: 'Document';
        id: string;
        collection: {
          id: string;
          classification: string;
          readers?: (
            | 'member'
            | 'agent'
            | 'supervisor'
            | 'knowledge-editor'
            | 'administrator'
            | 'auditor'
            | 'privacy-officer'
          )[];
        };
        own?: {
          classification?: string;
          readers?: (
            | 'member'
            | 'agent'
            | 'supervisor'
            | 'knowledge-editor'
            | 'administrator'
            | 'auditor'
            | 'privacy-officer'
          )[];
        };
      }
    | {
        type: 'Faq';
        id: string;
        collection: {
          id: string;
          classification: string;
          readers?: (
            | 'member'
            | 'agent'
            | 'supervisor'
            | 'knowledge-editor'
            | 'administrator'
            | 'auditor'
            | 'privacy-officer'
          )[];
        };
        narrowed?: (
          | 'member'
          | 'agent'
          | 'supervisor'
          | 'knowledge-editor'
          | 'administrator'
          | 'auditor'
          | 'privacy-officer'
        )[];
        authors?: string[];
      };
  context?: {
    [k: string]: string | number | boolean;
  };
}
/**
 * A model with the facts of its operation.
 */
export interface InspectedModel {
  id: string;
  title: string;
  purpose: 'chat' | 'embedding' | 'ner' | 'nli' | 'reranker';
  licence: string;
  contextTokens: number;
  grounding?: 'verbatim' | 'free';
  /**
   * Length of a vector. Embedding models only.
   */
  dimensions?: number;
  state: 'starting' | 'ready' | 'restarting' | 'failed' | 'unloaded' | 'stopped';
  /**
   * Whether it is used when a request names no model.
   */
  default: boolean;
  /**
   * Whether you may ask it.
   */
  usable: boolean;
  /**
   * Below the models folder.
   */
  path: string;
  template?: 'starter' | 'gguf';
  /**
   * SHA-256 of each file, hex, from the catalogue.
   */
  files: {
    [k: string]: string;
  };
  /**
   * When the files were last hashed, and how they stood.
   */
  verification?: {
    at: string;
    files: ModelFile[];
  };
  /**
   * Size on disk of the files that are there.
   */
  bytes: number;
  /**
   * Memory the catalogue expects it to need.
   */
  memoryMib: number;
  /**
   * Memory its process holds now.
   */
  residentMib?: number;
  readySince?: string;
  /**
   * Why it cannot answer, when something went wrong.
   */
  problem?: string;
  restarts: number;
  queue: {
    running: number;
    waiting: number;
  };
  measurement?: ModelMeasurement;
  task?: ModelTask;
}
/**
 * A file of a model, held against the catalogue.
 */
export interface ModelFile {
  path: string;
  state: 'verified' | 'mismatch' | 'missing';
  /**
   * SHA-256 that the catalogue lists, hex.
   */
  expected: string;
  /**
   * SHA-256 of the file, hex.
   */
  actual?: string;
  bytes?: number;
}
/**
 * Speed on this machine, when it was last measured.
 */
export interface ModelMeasurement {
  at: string;
  machine: {
    processor: string;
    cores: number;
    memoryMib: number;
    platform: string;
  };
  threads: number;
  speed:
    | {
        of: 'generation';
        rounds: number;
        promptTokens: number;
        firstTokenMs: number;
        promptTokensPerSecond: number;
        completionTokens: number;
        completionTokensPerSecond: number;
      }
    | {
        of: 'embedding';
        rounds: number;
        tokensPerText: number;
        textsPerSecond: number;
        tokensPerSecond: number;
      };
}
/**
 * The newest verification or measurement of a model.
 */
export interface ModelTask {
  job: string;
  kind: 'verify-model' | 'measure-model';
  state: 'queued' | 'running' | 'done' | 'failed';
  progress: number;
  error?: string;
  updatedAt: string;
}
/**
 * What everybody who signs in sees of a model.
 */
export interface ListedModel {
  id: string;
  title: string;
  purpose: 'chat' | 'embedding' | 'ner' | 'nli' | 'reranker';
  licence: string;
  contextTokens: number;
  grounding?: 'verbatim' | 'free';
  /**
   * Length of a vector. Embedding models only.
   */
  dimensions?: number;
  state: 'starting' | 'ready' | 'restarting' | 'failed' | 'unloaded' | 'stopped';
  /**
   * Whether it is used when a request names no model.
   */
  default: boolean;
  /**
   * Whether you may ask it.
   */
  usable: boolean;
}
/**
 * A person as those see them who manage people.
 */
export interface Account {
  id: string;
  name: string;
  roles: (
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
  )[];
  username: string;
  createdAt: string;
  disabledAt?: string;
  lastSignInAt?: string;
}
/**
 * What to change of a person. All of it is changed, or nothing.
 */
export interface UserChange {
  /**
   * @minItems 1
   */
  roles?: [
    'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer',
    ...(
      'member' | 'agent' | 'supervisor' | 'knowledge-editor' | 'administrator' | 'auditor' | 'privacy-officer'
    )[]
  ];
  displayName?: string;
  disabled?: boolean;
  password?: string;
}
/**
 * A session of somebody.
 */
export interface Session {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  user: {
    id: string;
    name: string;
  };
}
/**
 * A key with its owner’s name and whether it opens anything.
 */
export interface ListedApiKey {
  id: string;
  name: string;
  owner: string;
  scopes: string[];
  models?: string[];
  collections?: string[];
  createdAt: string;
  expiresAt?: string;
  revokedAt?: string;
  lastUsedAt?: string;
  ownerName: string;
  state: 'active' | 'expired' | 'revoked' | 'owner-disabled';
}
/**
 * A key of an application. Its secret is shown once, when it is made.
 */
export interface ApiKey {
  id: string;
  name: string;
  owner: string;
  scopes: string[];
  models?: string[];
  collections?: string[];
  createdAt: string;
  expiresAt?: string;
  revokedAt?: string;
  lastUsedAt?: string;
}
