import type { Detector } from './detector.ts';
import { createEncodedDetector } from './encoded-detector.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { createRuleDetector } from './scan/rule-detector.ts';

/** Compiling some thousand words and patterns takes a tenth of a second, and what comes out never changes. */
const compiled = new WeakMap<EntityCatalog, readonly Detector[]>();

/** The detectors of the catalogue's rules: on the text as it stands, and on what stands there encoded. */
export function ruleDetectors(catalog: EntityCatalog): readonly Detector[] {
  const known = compiled.get(catalog);
  if (known !== undefined) return known;
  const rules = createRuleDetector(catalog.families);
  const detectors = [rules, createEncodedDetector(rules)];
  compiled.set(catalog, detectors);
  return detectors;
}
