import { readFileSync } from 'node:fs';
import type { AnchorSetting } from '../../domain/anchor-policy.ts';
import type { Egress } from '../../egress/egress.ts';
import type { RandomBytes } from '../../util/random.ts';
import type { Anchor } from './anchor.ts';
import { createFileAnchor } from './file-anchor.ts';
import { createStampAnchor } from './stamp-anchor.ts';
import { createSyslogAnchor } from './syslog-anchor.ts';
import { createWitnessAnchor } from './witness-anchor.ts';

/** What anchors are made with. */
export interface AnchorParts {
  readonly egress: Egress;
  readonly random: RandomBytes;
  /** Where time stamps are kept. */
  readonly stampDir: string;
}

/** The anchors that policy names. @throws NoteError when the key of a witness is none; Error when a file of certificates cannot be read */
export function createAnchors(settings: readonly AnchorSetting[], parts: AnchorParts): Anchor[] {
  return settings.map((setting) => createAnchor(setting, parts));
}

function createAnchor(setting: AnchorSetting, parts: AnchorParts): Anchor {
  const { egress } = parts;
  const { name } = setting;
  const everyMs = setting.everySeconds * 1000;
  switch (setting.kind) {
    case 'file':
      return createFileAnchor({ name, everyMs, path: setting.path });
    case 'syslog': {
      const { host, port, ca } = setting;
      const trusted = ca === undefined ? {} : { ca: readFileSync(ca, 'utf8') };
      return createSyslogAnchor({ name, everyMs, host, port, ...trusted, egress });
    }
    case 'stamp': {
      const certificate = readFileSync(setting.certificate, 'utf8');
      const { stampDir: dir, random } = parts;
      return createStampAnchor({ name, everyMs, url: setting.url, certificate, dir, egress, random });
    }
    case 'witness':
      return createWitnessAnchor({ name, everyMs, url: setting.url, key: setting.key, egress });
    default:
      return setting satisfies never;
  }
}
