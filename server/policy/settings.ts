import { z } from 'zod';
import { roles } from '../domain/principal.ts';
import { parseEgressRule } from '../egress/egress-rule.ts';
import { anchorSettings } from './anchor-settings.ts';

/** The YAML files of the bundle. Unknown fields are refused: a misspelt duty must not be ignored in silence. */

const groundings = ['off', 'free', 'verbatim'] as const;
const supports = ['flag', 'remove'] as const;
const restores = ['all', 'none'] as const;
const profileName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a name in lower-case letters, digits and dashes');

const bundle = z.strictObject({
  maskProfile: profileName,
  restore: z.enum(restores),
  grounding: z.enum(groundings),
  unsupported: z.enum(supports),
});

/** What every exchange owes under one regime. */
export type Bundle = z.infer<typeof bundle>;

const modelRule = z.strictObject({
  models: z.array(z.string().min(1)).min(1),
  roles: z.array(z.enum(roles)).min(1),
  maskProfile: profileName.optional(),
  restore: z.enum(restores).optional(),
  grounding: z.enum(groundings).optional(),
  unsupported: z.enum(supports).optional(),
});

/** One rule of models.yaml. */
export type ModelRule = z.infer<typeof modelRule>;

const collectionRule = z.strictObject({
  collections: z.array(z.string().min(1)).min(1),
  grounding: z.enum(groundings).optional(),
  unsupported: z.enum(supports).optional(),
});

/** What answers from some collections owe beyond the rest. */
export type CollectionRule = z.infer<typeof collectionRule>;

const MINUTE = 60_000;

/** EU AI Act, articles 19(1) and 26(6), and the Cybersecurity Law of China: six months at least. */
const LEAST_ENTRY_DAYS = 183;
/** CNIL 2021-122 recommends six to twelve months where nothing else is owed. */
const DEFAULT_ENTRY_DAYS = 365;
const MOST_DAYS = 36_525;

const auditRetention = z.strictObject({
  entryDays: z.int().min(LEAST_ENTRY_DAYS).max(MOST_DAYS),
  erasure: z.enum(['allowed', 'after-term']),
});

const retention = z
  .strictObject({
    sessions: z.strictObject({
      idleMinutes: z.int().min(1).max(43_200),
      absoluteHours: z.int().min(1).max(8760),
    }),
    audit: auditRetention.default({ entryDays: DEFAULT_ENTRY_DAYS, erasure: 'allowed' }),
  })
  .transform(({ sessions, audit }) => ({
    sessions: { idleMs: sessions.idleMinutes * MINUTE, absoluteMs: sessions.absoluteHours * 60 * MINUTE },
    audit,
  }));

/** How long things live. */
export interface Retention {
  readonly sessions: { readonly idleMs: number; readonly absoluteMs: number };
  readonly audit: {
    /** Entries younger than this are not pruned. */
    readonly entryDays: number;
    /** `after-term`: contents are not erased before this term either, as SEC 17a-4(f) asks of records that it covers. */
    readonly erasure: 'allowed' | 'after-term';
  };
}

const egress = z.strictObject({
  allow: z
    .array(
      z.string().transform((text, context) => {
        const rule = parseEgressRule(text);
        if (rule !== undefined) return rule;
        context.addIssue(
          'must be a host name or address, with or without :PORT, for example git.example.org:8443',
        );
        return z.NEVER;
      }),
    )
    .max(1000),
});

/** Each settings file with its shape. */
export const settingsSchemas = {
  bundleChoice: z.strictObject({ use: profileName }),
  bundle,
  models: z.strictObject({
    rules: z.array(modelRule).min(1),
    collections: z.array(collectionRule).default([]),
  }),
  retention,
  egress,
  anchors: anchorSettings,
} as const;
