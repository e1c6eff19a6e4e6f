import { join } from 'node:path';
import type { Config } from '../config/load-config.ts';
import { builtInCatalog } from '../redaction/built-in-catalog.ts';
import { createCustomRules, type CustomRules } from '../redaction/custom/custom-rules.ts';
import { loadRedactionPolicy } from '../redaction/load-redaction-policy.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import type { RandomBytes } from '../util/random.ts';

interface RedactionParts {
  readonly config: Config;
  readonly random: RandomBytes;
  /** 32 bytes of the installation, for hashes and tokens. */
  readonly key: Uint8Array;
  /** Instead of the one that the policies make. */
  readonly redactor?: Redactor | undefined;
}

/**
 * The redactor with the profiles and rules of the policies, and these rules for the pages that list and try them.
 * @throws AppError ERR_POLICY_INVALID
 */
export function openRedaction({ config, random, key, redactor }: RedactionParts): {
  readonly redactor: Redactor;
  readonly customRules: CustomRules;
} {
  const policy = loadRedactionPolicy(config.policiesDir);
  return {
    redactor: redactor ?? createRedactor({ ...policy, random, deadlineMs: config.maskDeadlineMs, key }),
    customRules: createCustomRules({
      policy,
      builtIn: builtInCatalog(),
      dir: join(config.policiesDir, 'redaction'),
      random,
      now: () => performance.now(),
    }),
  };
}
