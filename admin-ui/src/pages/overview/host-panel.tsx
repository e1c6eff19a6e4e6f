import { ColorSwatch, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Overview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../components/panel.tsx';

type Host = Overview['host'];

/** Memory and disk of the machine, and for how long the server has run. */
export function HostPanel({ host }: { readonly host: Host }): ReactNode {
  const t = useTexts(overview);
  return (
    <Panel title={t.host} action={<Uptime seconds={host.uptimeSeconds} />}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Memory memory={host.memory} />
        <Disk disk={host.disk} />
      </SimpleGrid>
    </Panel>
  );
}

const MIB = 2 ** 20;
const colors = ['pine.7', 'cyan.7', 'grape.7', 'orange.7', 'indigo.7'] as const;

interface Part {
  readonly name: string;
  readonly mib: number;
  readonly color: string;
}

function Memory({ memory }: { readonly memory: Host['memory'] }): ReactNode {
  const t = useTexts(overview);
  const format = useFormat();
  const { totalMib, freeMib, serverMib, models } = memory;
  const own = [{ name: t.server, mib: serverMib }, ...models.map(({ model, mib }) => ({ name: model, mib }))];
  const ownMib = own.reduce((sum, { mib }) => sum + mib, 0);
  const parts: Part[] = [
    ...own.map((part, index) => ({ ...part, color: colors[index % colors.length] ?? 'gray.6' })),
    { name: t.others, mib: Math.max(0, totalMib - freeMib - ownMib), color: 'gray.6' },
  ];
  return (
    <Stack gap="xs">
      <Head label={t.memory} value={t.memoryOf(format.bytes(ownMib * MIB), format.bytes(totalMib * MIB))} />
      <Progress.Root size="lg" aria-hidden>
        {parts.map(({ name, mib, color }) => (
          <Progress.Section key={name} value={(mib / totalMib) * 100} color={color} />
        ))}
      </Progress.Root>
      <Group gap="md" component="ul" p={0} m={0}>
        {parts.map(({ name, mib, color }) => (
          <Group key={name} gap={6} component="li" wrap="nowrap">
            <ColorSwatch size={10} color={`var(--mantine-color-${color.replace('.', '-')})`} aria-hidden />
            <Text size="sm">
              {name} <b>{format.bytes(mib * MIB)}</b>
            </Text>
          </Group>
        ))}
      </Group>
    </Stack>
  );
}

function Disk({ disk: { totalBytes, freeBytes } }: { readonly disk: Host['disk'] }): ReactNode {
  const t = useTexts(overview);
  const format = useFormat();
  const used = totalBytes === 0 ? 0 : (1 - freeBytes / totalBytes) * 100;
  const value = t.diskOf(format.bytes(freeBytes), format.bytes(totalBytes));
  return (
    <Stack gap="xs">
      <Head label={t.disk} value={value} />
      <Progress
        size="lg"
        value={used}
        color={used > 90 ? 'red.7' : 'pine.7'}
        aria-label={`${t.disk}: ${value}`}
      />
    </Stack>
  );
}

function Head({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" fw={600}>
        {value}
      </Text>
    </Group>
  );
}

function Uptime({ seconds }: { readonly seconds: number }): ReactNode {
  const t = useTexts(overview);
  const { tag } = useLanguage();
  const [unit, size] =
    seconds >= 172_800
      ? (['day', 86_400] as const)
      : seconds >= 7200
        ? (['hour', 3600] as const)
        : (['minute', 60] as const);
  const length = new Intl.NumberFormat(tag, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  });
  return (
    <Text size="sm" c="dimmed">
      {t.uptime} {length.format(Math.floor(seconds / size))}
    </Text>
  );
}
