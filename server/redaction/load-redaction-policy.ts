import { join } from 'node:path';
import { builtInCatalog } from './built-in-catalog.ts';
import { loadCustomRules } from './custom/load-custom-rules.ts';
import type { CustomRuleSource } from './custom/read-custom-rules.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { loadMaskProfiles, type MaskProfile } from './mask-profile.ts';
import { type DescribedRecogniser, withModelRules } from './model-rules.ts';

/** What an operator decides about masking. */
export interface RedactionPolicy {
  /** The built-in types and rules with the operator's own and those of models. */
  readonly catalog: EntityCatalog;
  readonly profiles: readonly MaskProfile[];
  /** Where the operator's own rules came from, in the order of their names. */
  readonly customFiles: readonly CustomRuleSource[];
}

/**
 * Reads `redaction/custom/*.yaml` and `redaction/*.yaml` of the policies.
 * @param recognisers models that find names; their types may be the operator's own
 * @throws AppError ERR_POLICY_INVALID naming the file, the line and the problem, ERR_CONFIG_INVALID naming the model
 */
export function loadRedactionPolicy(
  policiesDir: string,
  recognisers: readonly DescribedRecogniser[] = [],
): RedactionPolicy {
  const dir = join(policiesDir, 'redaction');
  const custom = loadCustomRules(builtInCatalog(), join(dir, 'custom'), () => performance.now());
  const catalog = withModelRules(custom.catalog, recognisers);
  return { catalog, profiles: loadMaskProfiles(dir, catalog), customFiles: custom.files };
}
