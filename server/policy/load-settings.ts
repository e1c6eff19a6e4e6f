import type { z } from 'zod';
import { type AnchorPolicy, noAnchors } from '../domain/anchor-policy.ts';
import type { EgressRule } from '../egress/egress-rule.ts';
import { readYaml, sayProblem } from '../util/read-yaml.ts';
import type { PolicyFile } from './policy-files.ts';
import {
  type Bundle,
  type CollectionRule,
  type ModelRule,
  type Retention,
  settingsSchemas,
} from './settings.ts';

/** What the YAML files of the bundle say. */
export interface PolicySettings {
  /** Name of the bundle in use. */
  readonly bundleName: string;
  readonly bundle: Bundle;
  readonly modelRules: readonly ModelRule[];
  readonly collectionRules: readonly CollectionRule[];
  readonly retention: Retention;
  /** Hosts that the product may connect to; none when empty. */
  readonly egress: readonly EgressRule[];
  readonly anchors: AnchorPolicy;
}

/** Parses the settings; adds every problem, with its file, to `problems`. Undefined when there is one. */
export function parseSettings(files: readonly PolicyFile[], problems: string[]): PolicySettings | undefined {
  const read = <T extends z.ZodType>(path: string, schema: T): z.output<T> | undefined =>
    parseYamlFile(files, path, schema, problems);
  const choice = read('bundle.yaml', settingsSchemas.bundleChoice);
  const models = read('models.yaml', settingsSchemas.models);
  const retention = read('retention.yaml', settingsSchemas.retention);
  const egress = read('egress.yaml', settingsSchemas.egress);
  // A bundle from before there were anchors has no such file.
  const hasAnchors = files.some(({ path }) => path === 'anchors.yaml');
  const anchors = hasAnchors ? read('anchors.yaml', settingsSchemas.anchors) : noAnchors;
  const bundles = readBundles(files, problems);
  if (choice === undefined || models === undefined || retention === undefined) return undefined;
  if (egress === undefined || anchors === undefined) return undefined;
  const bundle = bundles.get(choice.use);
  if (bundle === undefined) {
    problems.push(`bundle.yaml: there is no usable bundles/${choice.use}.yaml`);
    return undefined;
  }
  requireMaskProfiles(files, bundles, models.rules, problems);
  return {
    bundleName: choice.use,
    bundle,
    modelRules: models.rules,
    collectionRules: models.collections,
    retention,
    egress: egress.allow,
    anchors,
  };
}

/** Every bundle is checked, also those not in use: switching must not be the moment a mistake shows. */
function readBundles(files: readonly PolicyFile[], problems: string[]): ReadonlyMap<string, Bundle> {
  const bundles = new Map<string, Bundle>();
  for (const { path } of files) {
    const name = /^bundles\/([^/]+)\.yaml$/.exec(path)?.[1];
    if (name === undefined) continue;
    const bundle = parseYamlFile(files, path, settingsSchemas.bundle, problems);
    if (bundle !== undefined) bundles.set(name, bundle);
  }
  return bundles;
}

function requireMaskProfiles(
  files: readonly PolicyFile[],
  bundles: ReadonlyMap<string, Bundle>,
  rules: readonly ModelRule[],
  problems: string[],
): void {
  const known = new Set(files.map(({ path }) => path));
  const named = [
    ...[...bundles].map(([name, { maskProfile }]) => ({ file: `bundles/${name}.yaml`, maskProfile })),
    ...rules.map(({ maskProfile }) => ({ file: 'models.yaml', maskProfile })),
  ];
  for (const { file, maskProfile } of named) {
    if (maskProfile === undefined || known.has(`redaction/${maskProfile}.yaml`)) continue;
    problems.push(`${file}: maskProfile: there is no redaction/${maskProfile}.yaml`);
  }
}

function parseYamlFile<T extends z.ZodType>(
  files: readonly PolicyFile[],
  path: string,
  schema: T,
  problems: string[],
): z.output<T> | undefined {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) {
    problems.push(`${path}: the file is missing`);
    return undefined;
  }
  const reading = readYaml(file.content.toString('utf8'), schema);
  if (reading.ok) return reading.data;
  problems.push(...reading.problems.map((problem) => `${path}: ${sayProblem(problem)}`));
  return undefined;
}
