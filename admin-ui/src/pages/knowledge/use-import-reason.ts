import { fileProblemOf } from '../../data/file-problem.ts';
import type { ImportJob } from '../../data/imports.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { fileProblems } from '../../i18n/file-problems.ts';

/** Why an import failed and what to do about it, in the language of the page; the server's words where it knows no better. */
export function useImportReason({ code, error, retryable }: ImportJob): string {
  const t = useTexts(fileProblems);
  if (retryable) return t.inside;
  if (code === 'ERR_NOT_FOUND') return t.collectionGone;
  if (error === undefined) return t.unknown;
  const problem = fileProblemOf(error);
  return problem === undefined ? error : t.problems[problem];
}
