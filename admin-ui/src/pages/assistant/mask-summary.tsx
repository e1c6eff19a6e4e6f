import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react';
import { memo, type ReactNode, useState } from 'react';
import { MaskedText } from '../../components/masked-text.tsx';
import { countKinds, type KindCount, type ValueKind } from '../../data/value-kinds.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { KindBadges } from './kind-badges.tsx';
import type { MarkedSpan } from './mask-marks.ts';
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
export const MaskSummary = memo(function MaskSummary({
  state,
}: {
  readonly state: MaskPreviewState;
}): ReactNode {
  return (
    <div id="mask-summary">
      <Body state={state} />
    </div>
  );
});

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
      return <Found masked={state.masked} spans={state.spans} />;
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

interface NoteProps {
  readonly say: (kinds: string) => string;
  readonly kinds: readonly KindCount[];
}

function Note({ say, kinds }: NoteProps): ReactNode {
  const names = useLanguage().texts.kinds;
  if (kinds.length === 0) return undefined;
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} p="xs" role="status">
      {say(kinds.map(({ kind }) => names[kind]).join(' · '))}
    </Alert>
  );
}

interface FoundProps {
  readonly masked: string;
  readonly spans: readonly MarkedSpan[];
}

function Found({ masked, spans }: FoundProps): ReactNode {
  const t = useTexts(assistant);
  const [open, setOpen] = useState(false);
  const refused = kindsOf(spans.filter(({ operator }) => operator === 'block'));
  const passed = kindsOf(spans.filter(({ operator }) => operator === 'warn'));
  const kinds = kindsOf(spans.filter(({ operator }) => operator !== 'block' && operator !== 'warn'));
  const noted = [
    { say: t.maskRefused, of: refused },
    { say: t.maskPassed, of: passed },
    { say: t.maskWarning, of: kinds.filter(({ kind }) => sensitive.has(kind)) },
  ];
  if (spans.length === 0) return <Line>{t.maskNothing}</Line>;
  return (
    <Stack gap={6}>
      {noted.map(({ say, of }, at) => (
        <Note key={at} say={say} kinds={of} />
      ))}
      {kinds.length > 0 && (
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
      )}
      {open && (
        <Paper withBorder p="xs" fz="sm">
          <MaskedText text={masked} />
        </Paper>
      )}
    </Stack>
  );
}

function kindsOf(spans: readonly MarkedSpan[]): readonly KindCount[] {
  return countKinds(countTypes(spans.map(({ type }) => type)));
}

function countTypes(types: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
