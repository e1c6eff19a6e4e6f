import { fileProblemOf } from '../../data/file-problem.ts';
import type { ImportJob } from '../../data/imports.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { fileProblems } from '../../i18n/file-problems.ts';

/** Why an import failed and what to do about it, in the language of the page. */
export function useImportReason({ code, error, retryable }: ImportJob): string {
  const t = useTexts(fileProblems);
  const reasonOf = useFileReason();
  if (retryable) return t.inside;
  if (code === 'ERR_NOT_FOUND') return t.collectionGone;
  return error === undefined ? t.unknown : reasonOf(error);
}

/** What is wrong with a file, in the language of the page; the server's words where it knows no better. */
export function useFileReason(): (reason: string) => string {
  const t = useTexts(fileProblems);
  return (reason) => {
    const problem = fileProblemOf(reason);
    return problem === undefined ? reason : t.problems[problem];
  };
}
