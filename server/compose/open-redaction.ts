import { join } from 'node:path';
import type { Config } from '../config/load-config.ts';
import type { Catalog } from '../inference/catalog.ts';
import type { Inference } from '../inference/inference.ts';
import { builtInCatalog } from '../redaction/built-in-catalog.ts';
import { createCustomRules, type CustomRules } from '../redaction/custom/custom-rules.ts';
import { loadRedactionPolicy } from '../redaction/load-redaction-policy.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import type { RandomBytes } from '../util/random.ts';
import { describedRecognisers, nameRecognisers } from './name-recognisers.ts';

interface RedactionParts {
  readonly config: Config;
  readonly random: RandomBytes;
  /** 32 bytes of the installation, for hashes and tokens. */
  readonly key: Uint8Array;
  readonly catalog: Catalog;
  readonly inference: Pick<Inference, 'start' | 'recognise'>;
  /** Instead of the one that the policies make. */
  readonly redactor?: Redactor | undefined;
}

/**
 * The redactor with the profiles and rules of the policies and the models that find names, and these rules for the pages that list and try them.
 * @throws AppError ERR_POLICY_INVALID, ERR_CONFIG_INVALID
 */
export function openRedaction({ config, random, key, redactor, catalog, inference }: RedactionParts): {
  readonly redactor: Redactor;
  readonly customRules: CustomRules;
} {
  const described = describedRecognisers(catalog);
  const policy = loadRedactionPolicy(config.policiesDir, described);
  const recognisers = nameRecognisers(catalog, inference);
  return {
    redactor:
      redactor ?? createRedactor({ ...policy, recognisers, random, deadlineMs: config.maskDeadlineMs, key }),
    customRules: createCustomRules({
      policy,
      builtIn: builtInCatalog(),
      dir: join(config.policiesDir, 'redaction'),
      recognisers: described,
      random,
      now: () => performance.now(),
    }),
  };
}
