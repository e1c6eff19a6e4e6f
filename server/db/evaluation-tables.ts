/** Tables of evaluations. Conventions as in tables.ts. */

/** What support a collection demands before it answers; no row while it has the default. */
export interface AbstentionThresholdsTable {
  collection_id: string;
  threshold: number;
  /** Evaluation run it comes from. */
  run_id: string | null;
  set_by: string;
  set_at: string;
}

/** Questions with their answers, to measure a collection by. */
export interface EvaluationSetsTable {
  id: string;
  collection_id: string;
  name: string;
  created_by: string;
  created_at: string;
}

export interface EvaluationQuestionsTable {
  set_id: string;
  /** From 0. */
  position: number;
  question: string;
  language: string;
  /** Source of the document that answers; null when none does. */
  document: string | null;
  /** Sentence that answers, where one is known. */
  sentence: string | null;
}

export interface EvaluationRunsTable {
  id: string;
  collection_id: string;
  /** Null when the set was removed since. */
  set_id: string | null;
  set_name: string;
  created_by: string;
  created_at: string;
  /** JSON: what was in force. */
  settings: string;
  /** JSON. */
  figures: string;
}

export interface EvaluationResultsTable {
  run_id: string;
  position: number;
  question: string;
  /** JSON. */
  result: string;
}

export interface EvaluationTables {
  abstention_thresholds: AbstentionThresholdsTable;
  evaluation_sets: EvaluationSetsTable;
  evaluation_questions: EvaluationQuestionsTable;
  evaluation_runs: EvaluationRunsTable;
  evaluation_results: EvaluationResultsTable;
}
