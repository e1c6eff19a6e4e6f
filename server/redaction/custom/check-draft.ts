import { join } from 'node:path';
import { toAppError } from '../../errors.ts';
import type { RandomBytes } from '../../util/random.ts';
import { sayProblem, type YamlProblem } from '../../util/read-yaml.ts';
import type { EntityCatalog } from '../entity-catalog.ts';
import { loadMaskProfiles, type MaskProfile } from '../mask-profile.ts';
import { type DescribedRecogniser, withModelRules } from '../model-rules.ts';
import { createRedactor } from '../redactor.ts';
import { compileDetectors } from '../rule-detectors.ts';
import type { ReportedFinding } from '../vault.ts';
import { createCustomFamily } from './custom-family.ts';
import { readRuleFiles } from './load-custom-rules.ts';
import { type CustomRuleSource, problemsOfTests, readCustomRules, withSource } from './read-custom-rules.ts';
import { runRuleTests } from './run-rule-tests.ts';
import { type TestedRule, testedRules } from './tested-rule.ts';

/** Milliseconds for all tests of a draft, and for its sample: whoever pastes must not hold the others up for longer. */
const LIMIT_MS = 1_500;
/** Name of the profile that a sample is searched with. */
const DRAFT = 'draft';

/** A file of rules that somebody writes. */
export interface RulesDraft {
  /** Its name in the folder; it stands in place of the file of this name. */
  readonly file: string;
  readonly text: string;
  /** Searched with its rules alone; empty for none. */
  readonly sample: string;
}

export interface DraftCheck {
  /** Why the next start would refuse it; none when it would load. */
  readonly problems: readonly YamlProblem[];
  /** None when the file cannot be read. */
  readonly rules: readonly TestedRule[];
  /** In the sample. */
  readonly findings: readonly ReportedFinding[];
}

export interface CheckParts {
  readonly builtIn: EntityCatalog;
  /** `redaction` of the policies folder. */
  readonly dir: string;
  /** Models that find names: a profile may name their rules. */
  readonly recognisers: readonly DescribedRecogniser[];
  readonly random: RandomBytes;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Reads the folder as the next start will, with the draft in its place. The tests of the other files are not run. */
export function checkDraft(draft: RulesDraft, parts: CheckParts): DraftCheck {
  const { builtIn, dir, now, recognisers } = parts;
  const others = readRuleFiles(join(dir, 'custom')).filter(({ file }) => file !== draft.file);
  const before = joinRead(
    others.filter(({ file }) => file < draft.file),
    builtIn,
    now,
  );
  const reading = readCustomRules(draft.text, draft.file, before.catalog);
  if (!reading.ok) return { problems: [...reading.problems, ...before.problems], rules: [], findings: [] };
  const { source } = reading;
  const results = runRuleTests(source.content, { now, limitMs: LIMIT_MS });
  const whole = joinRead(
    others.filter(({ file }) => file > draft.file),
    withSource(before.catalog, source, now),
    now,
  );
  const { profiles, problems } = readProfiles(dir, whole.catalog, recognisers);
  const sample = searchSample(draft.sample, source, whole.catalog, parts);
  return {
    problems: [
      ...problemsOfTests(source, results),
      ...before.problems,
      ...whole.problems,
      ...problems,
      ...sample.problems,
    ],
    rules: testedRules(source, results, profiles, whole.catalog),
    findings: sample.findings,
  };
}

interface Joined {
  readonly catalog: EntityCatalog;
  readonly problems: readonly YamlProblem[];
}

/** Files that are wrong are left out and told of. */
function joinRead(files: ReturnType<typeof readRuleFiles>, base: EntityCatalog, now: () => number): Joined {
  return files.reduce<Joined>(
    ({ catalog, problems }, { file, text }) => {
      const reading = readCustomRules(text, file, catalog);
      return reading.ok
        ? { catalog: withSource(catalog, reading.source, now), problems }
        : {
            catalog,
            problems: [...problems, ...reading.problems.map((problem) => elsewhere(file, problem))],
          };
    },
    { catalog: base, problems: [] },
  );
}

/** Lines are those of the draft: another file's stands in the message. */
function elsewhere(file: string, problem: YamlProblem): YamlProblem {
  return { message: `${file}: ${sayProblem(problem)}`, line: undefined };
}

/** A profile or a model may name a type or a rule that the draft no longer has. */
function readProfiles(
  dir: string,
  catalog: EntityCatalog,
  recognisers: readonly DescribedRecogniser[],
): { readonly profiles: readonly MaskProfile[]; readonly problems: readonly YamlProblem[] } {
  try {
    return { profiles: loadMaskProfiles(dir, withModelRules(catalog, recognisers)), problems: [] };
  } catch (error) {
    const { code, message } = toAppError(error);
    if (code !== 'ERR_POLICY_INVALID' && code !== 'ERR_CONFIG_INVALID') throw error;
    return { profiles: [], problems: [{ message, line: undefined }] };
  }
}

/** As a text is searched with a profile that looks for the types of the draft, by the draft's rules alone. */
function searchSample(
  text: string,
  { file, content }: CustomRuleSource,
  catalog: EntityCatalog,
  { random, now }: CheckParts,
): Pick<DraftCheck, 'findings' | 'problems'> {
  if (text.trim() === '') return { findings: [], problems: [] };
  const include = [...new Set(content.rules.map(({ type }) => type))];
  const profile = {
    name: DRAFT,
    title: '',
    tiers: [],
    include,
    exclude: [],
    operators: [],
    disabledRules: [],
  };
  const redactor = createRedactor({
    profiles: [profile],
    catalog,
    detectors: compileDetectors([createCustomFamily(file, content, now)]),
    random,
    now,
    deadlineMs: LIMIT_MS,
  });
  try {
    return { findings: redactor.previewByRules(text, DRAFT).findings, problems: [] };
  } catch (error) {
    if (toAppError(error).code !== 'ERR_REDACTION_FAILED') throw error;
    return {
      findings: [],
      problems: [{ message: 'the patterns take too long for the sample', line: undefined }],
    };
  }
}
