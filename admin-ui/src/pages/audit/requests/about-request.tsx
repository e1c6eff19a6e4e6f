import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuditRequest } from '../../../data/audit-requests.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { HoldEntries } from './hold-entries.tsx';

/** What a request asks for, in words. */
export function AboutRequest({ about }: { readonly about: AuditRequest['about'] }): ReactNode {
  const t = useTexts(auditRequests);
  switch (about.kind) {
    case 'reveal':
      return (
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/audit/$seq" params={{ seq: String(about.entry) }} {...props} />}
        >
          {t.kinds.reveal(about.entry)}
        </Anchor>
      );
    case 'erasure':
      return (
        <>
          {about.actor === undefined ? t.kinds.erasureNamed : t.kinds.erasurePerson(about.actor)}
          <Text size="sm" c="dimmed">
            {t.basis(about.basis)}
          </Text>
        </>
      );
    case 'hold':
      return (
        <>
          {t.kinds.hold}
          <Text size="sm" c="dimmed" component="div">
            <HoldEntries scope={about.scope} />
          </Text>
        </>
      );
    case 'release':
      return t.kinds.release;
    default:
      return about satisfies never;
  }
}
