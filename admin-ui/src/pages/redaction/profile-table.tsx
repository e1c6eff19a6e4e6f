import { Paper, Table, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { EmptyState } from '../../components/states.tsx';
import type { ListedType, MaskProfile } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import { OperatorText } from './operator-text.tsx';
import { isSameTreatment, treatmentsOf, type TypeTreatment } from './treatments.ts';
import { useTreatmentNote } from './use-treatment-note.ts';

interface ProfileTableProps {
  readonly profiles: readonly MaskProfile[];
  readonly types: readonly ListedType[];
  readonly onlyDifferences: boolean;
}

/** Types down, profiles across: what happens to values, and why. */
export function ProfileTable({ profiles, types, onlyDifferences }: ProfileTableProps): ReactNode {
  const t = useTexts(redaction);
  const typeName = useTypeName();
  const columns = useMemo(() => columnsOf(profiles, types), [profiles, types]);
  const shown = types.filter(({ id }) => !onlyDifferences || differs(columns, id));
  if (shown.length === 0)
    return <EmptyState icon={IconScale} title={t.noDifference} text={t.noDifferenceText} />;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900}>
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
            {shown.map(({ id }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={500}>
                  {typeName(id)}
                </Table.Th>
                {columns.map((column, place) => (
                  <ProfileCell key={place} treatment={column.get(id)} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

type Column = ReadonlyMap<string, TypeTreatment>;

function columnsOf(profiles: readonly MaskProfile[], types: readonly ListedType[]): readonly Column[] {
  const tiers = new Map(types.map(({ id, tier }) => [id, tier]));
  return profiles.map((profile) => treatmentsOf(profile, (type) => tiers.get(type)));
}

function differs([first, ...others]: readonly Column[], type: string): boolean {
  return others.some((other) => !isSameTreatment(first?.get(type), other.get(type)));
}

function ProfileCell({ treatment }: { readonly treatment: TypeTreatment | undefined }): ReactNode {
  const t = useTexts(redaction);
  const noteOf = useTreatmentNote();
  if (treatment === undefined) return <Table.Td />;
  return (
    <Table.Td>
      {treatment.treatments.map((one, place) => (
        <OperatorText key={place} operator={one.use} note={noteOf(one, place)} />
      ))}
      <Text size="xs" c="dimmed">
        {t.because[treatment.because]}
      </Text>
    </Table.Td>
  );
}
