import type { Detector } from './detector.ts';
import { createEncodedDetector } from './encoded-detector.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import type { EntityFamily } from './rule.ts';
import { createRuleDetector } from './scan/rule-detector.ts';

/** Compiling some thousand words and patterns takes a tenth of a second, and what comes out never changes. */
const compiled = new WeakMap<EntityCatalog, readonly Detector[]>();

/** The detectors of the catalogue's rules, compiled once. */
export function ruleDetectors(catalog: EntityCatalog): readonly Detector[] {
  const known = compiled.get(catalog);
  if (known !== undefined) return known;
  const detectors = compileDetectors(catalog.families);
  compiled.set(catalog, detectors);
  return detectors;
}

/** On the text as it stands, and on what stands there encoded. */
export function compileDetectors(families: readonly EntityFamily[]): readonly Detector[] {
  const rules = createRuleDetector(families);
  return [rules, createEncodedDetector(rules)];
}
