import { Group, Paper, Table, Text } from '@mantine/core';
import { IconEye, IconShieldLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MaskProfile } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useTypeName } from '../../state/use-type-name.ts';

interface ProfileTableProps {
  readonly profiles: readonly MaskProfile[];
  readonly onlyDifferences: boolean;
}

/** Types down, profiles across: masked or left, and why. */
export function ProfileTable({ profiles, onlyDifferences }: ProfileTableProps): ReactNode {
  const t = useTexts(redaction);
  const typeName = useTypeName();
  const types = (profiles[0]?.types ?? [])
    .map(({ type }) => type)
    .filter((type) => !onlyDifferences || differs(profiles, type));
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={800}>
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t.profiles}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.type}</Table.Th>
              {profiles.map(({ name }) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {types.map((type) => (
              <Table.Tr key={type}>
                <Table.Th scope="row" fw={500}>
                  {typeName(type)}
                </Table.Th>
                {profiles.map((profile) => (
                  <ProfileCell key={profile.name} treatment={treatmentOf(profile, type)} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

type Treatment = MaskProfile['types'][number] | undefined;

function ProfileCell({ treatment }: { readonly treatment: Treatment }): ReactNode {
  const t = useTexts(redaction);
  if (treatment === undefined) return <Table.Td />;
  const { masked, because } = treatment;
  const Icon = masked ? IconShieldLock : IconEye;
  return (
    <Table.Td>
      <Group gap={6} wrap="nowrap">
        <Icon size={16} aria-hidden />
        <Text size="sm" {...(masked ? {} : { c: 'dimmed' })}>
          {masked ? t.isMasked : t.isLeft}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t.because[because]}
      </Text>
    </Table.Td>
  );
}

function treatmentOf({ types }: MaskProfile, type: string): Treatment {
  return types.find((listed) => listed.type === type);
}

function differs(profiles: readonly MaskProfile[], type: string): boolean {
  return new Set(profiles.map((profile) => treatmentOf(profile, type)?.masked)).size > 1;
}
