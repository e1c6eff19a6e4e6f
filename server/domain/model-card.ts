/** What a model is used for. */
export type ModelPurpose = 'chat' | 'embedding' | 'ner' | 'nli' | 'reranker';

/** How answers are bound to the evidence when a request leaves it to policy. */
export type GroundingMode = 'verbatim' | 'free';

/**
 * Who chooses the evidence sentence under verbatim grounding.
 * `rank-decides-model-vetoes`: the ranker's first sentence is the answer unless the model declines.
 * `model-decides`: the model's choice is the answer.
 */
export type VerbatimSelection = 'rank-decides-model-vetoes' | 'model-decides';

/** One entry of models/catalog.yaml. */
export interface ModelCard {
  readonly id: string;
  readonly purpose: ModelPurpose;
  readonly title: string;
  /** Path relative to the models folder: a GGUF file, or the folder of an ONNX model. */
  readonly path: string;
  /** SHA-256 (hex) of each file, by path relative to the models folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly licence: string;
  /** Tokens of prompt and answer together (chat), of one input (embedding), or of what is read at a time (NER). */
  readonly contextTokens: number;
  /** Prompt template: `starter`, or `gguf` for the template in the file's metadata. Chat models only. */
  readonly template?: 'starter' | 'gguf';
  readonly grounding?: GroundingMode;
  readonly selection?: VerbatimSelection;
  /** Length of a vector. Embedding models only. */
  readonly dimensions?: number;
  /** Share of the cosine in the hybrid score, measured for this embedder (0 to 1). Embedding models only. */
  readonly hybridWeight?: number;
  /** Entity type by label of the model, without `B-` and the like. What is not named is left alone. NER models only. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Probability from which on a word counts as found. NER models only. */
  readonly threshold?: number;
  /** Tokens of one text; a longer one is refused. NER models only. */
  readonly mostTokens?: number;
  /** Resident memory of the model process at work, in MiB. */
  readonly memoryMib: number;
}
