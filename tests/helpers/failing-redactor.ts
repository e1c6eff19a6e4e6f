import { loadMaskProfiles } from '../../server/redaction/mask-profile.ts';
import { createRedactor, type Redactor, type RedactorOptions } from '../../server/redaction/redactor.ts';
import { fakeRecogniser } from './fake-recogniser.ts';
import { systemRandom } from '../../server/util/random.ts';

/** How masking fails. */
export const failures = [
  'a detector throws',
  'a detector is too slow',
  'a model for names fails',
  'the text is too long',
] as const;
export type Failure = (typeof failures)[number];

/** A redactor that works, and fails for as long as a test wants it to. */
export interface FailingRedactor {
  readonly redactor: Redactor;
  /** Undefined: it works again. */
  readonly fail: (how: Failure | undefined) => void;
}

export function createFailingRedactor(): FailingRedactor {
  const profiles = loadMaskProfiles('policies/redaction');
  const make = (options: Partial<RedactorOptions> = {}): Redactor =>
    createRedactor({ profiles, random: systemRandom, ...options });
  const working = make();
  let time = 0;
  const failing: Readonly<Record<Failure, Redactor>> = {
    'a detector throws': make({
      detectors: [
        {
          id: 'broken',
          detect() {
            throw new Error('the detector is broken');
          },
        },
      ],
    }),
    'a detector is too slow': make({ deadlineMs: 100, now: () => (time += 101) }),
    'a model for names fails': make({
      recognisers: [{ ...fakeRecogniser, recognise: () => Promise.reject(new Error('the model is broken')) }],
    }),
    'the text is too long': make({ maxLength: 0 }),
  };
  let current = working;
  return {
    redactor: {
      openVault: (profile, use, kept) => current.openVault(profile, use, kept),
      preview: (text, profile, use) => current.preview(text, profile, use),
      previewByRules: (text, profile, use) => current.previewByRules(text, profile, use),
      openTokens: (text) => current.openTokens(text),
      strike: (text, profile) => current.strike(text, profile),
      list: () => current.list(),
      profiles: () => current.profiles(),
    },
    fail(how) {
      current = how === undefined ? working : failing[how];
    },
  };
}
