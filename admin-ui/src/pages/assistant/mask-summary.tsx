import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { MaskedText } from '../../components/masked-text.tsx';
import { countKinds, type ValueKind } from '../../data/value-kinds.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { KindBadges } from './kind-badges.tsx';
import type { MaskPreviewState } from './use-mask-preview.ts';

/** Kinds that are better left out of a question than masked in it. */
const sensitive: ReadonlySet<ValueKind> = new Set([
  'card',
  'cardCode',
  'bankAccount',
  'password',
  'accessKey',
  'privateKey',
  'nationalId',
  'passport',
  'health',
]);

/** Under the question box: what will be masked, in plain words, and a warning for what had better not be typed. */
export function MaskSummary({ state }: { readonly state: MaskPreviewState }): ReactNode {
  return (
    <div id="mask-summary">
      <Body state={state} />
    </div>
  );
}

function Body({ state }: { readonly state: MaskPreviewState }): ReactNode {
  const t = useTexts(assistant);
  switch (state.kind) {
    case 'idle':
      return <Line>{t.maskIdle}</Line>;
    case 'checking':
      return <Line>{t.maskChecking}</Line>;
    case 'failed':
      return <Line>{t.maskFailed}</Line>;
    case 'ready':
      return <Found masked={state.masked} types={state.spans.map(({ type }) => type)} />;
    default:
      return state satisfies never;
  }
}

function Line({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Group gap={6} wrap="nowrap">
      <IconShieldLock size={16} aria-hidden />
      <Text size="sm" c="dimmed" component="div">
        {children}
      </Text>
    </Group>
  );
}

function Found({ masked, types }: { readonly masked: string; readonly types: readonly string[] }): ReactNode {
  const t = useTexts(assistant);
  const names = useLanguage().texts.kinds;
  const [open, setOpen] = useState(false);
  const kinds = countKinds(countTypes(types));
  if (kinds.length === 0) return <Line>{t.maskNothing}</Line>;
  const warned = kinds.filter(({ kind }) => sensitive.has(kind));
  return (
    <Stack gap={6}>
      {warned.length > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle />} p="xs" role="status">
          {t.maskWarning(warned.map(({ kind }) => names[kind]).join(' · '))}
        </Alert>
      )}
      <Line>
        <Group gap={6}>
          {t.maskWill}
          <KindBadges kinds={kinds} label={t.maskWill} />
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t.maskSees}
          </Anchor>
        </Group>
      </Line>
      {open && (
        <Paper withBorder p="xs" fz="sm">
          <MaskedText text={masked} />
        </Paper>
      )}
    </Stack>
  );
}

function countTypes(types: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
