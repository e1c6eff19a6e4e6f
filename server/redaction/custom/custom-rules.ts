import { AppError } from '../../errors.ts';
import type { RedactionPolicy } from '../load-redaction-policy.ts';
import { runRuleTests } from './run-rule-tests.ts';
import { type CheckParts, checkDraft, type DraftCheck, type RulesDraft } from './check-draft.ts';
import { type TestedRule, testedRules } from './tested-rule.ts';

export interface RulePage {
  readonly rules: readonly TestedRule[];
  /** How many there are in all. */
  readonly total: number;
  /** Id of the last rule of the page, where more follow. */
  readonly next: string | undefined;
}

/** The rules of an operator's own: those in force, and drafts of others. */
export interface CustomRules {
  /**
   * Those in force, in the order of files and lines. Their tests are run for each page.
   * @param after id of the rule before the first one
   * @throws AppError ERR_REQUEST_INVALID when no rule has this id
   */
  list(page: { readonly limit: number; readonly after?: string | undefined }): RulePage;
  /** What would come of a file that is not there yet, or of another text for one that is. Keeps nothing. */
  check(draft: RulesDraft): DraftCheck;
}

export interface CustomRulesParts extends CheckParts {
  readonly policy: RedactionPolicy;
}

export function createCustomRules({ policy, ...parts }: CustomRulesParts): CustomRules {
  const { catalog, profiles, customFiles } = policy;
  const ids = customFiles.flatMap(({ content }) => content.rules.map(({ id }) => id));
  return {
    list({ limit, after }) {
      const start = after === undefined ? 0 : ids.indexOf(after) + 1;
      if (after !== undefined && start === 0)
        throw new AppError('ERR_REQUEST_INVALID', 'after: must be `next` of another page.', {
          status: 400,
          param: 'after',
        });
      const wanted = ids.slice(start, start + limit);
      const only = new Set(wanted);
      return {
        rules: customFiles.flatMap((source) =>
          testedRules(source, runRuleTests(source.content, { now: parts.now, only }), profiles, catalog),
        ),
        total: ids.length,
        next: start + limit < ids.length ? wanted.at(-1) : undefined,
      };
    },
    check: (draft) => checkDraft(draft, parts),
  };
}
