import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMaskProfiles } from '../../data/mask-rules.ts';
import { useMay } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';

/** Undefined for one's own, and for none to compare with. */
export interface ChosenProfiles {
  readonly first: string | undefined;
  readonly second: string | undefined;
}

interface ProfileChoiceProps {
  readonly chosen: ChosenProfiles;
  readonly onChosen: (chosen: ChosenProfiles) => void;
}

/** Only those who read the rules see what is masked for others. */
export function ProfileChoice({ chosen, onChosen }: ProfileChoiceProps): ReactNode {
  const t = useTexts(redaction);
  const mayRead = useMay('redaction:read');
  const { data: profiles = [] } = useMaskProfiles(mayRead);
  const titles: Readonly<Record<string, string>> = t.profileTitles;
  if (!mayRead) return null;
  const data = profiles.map(({ name, title }) => ({
    value: name,
    label: `${name}: ${titles[name] ?? title}`,
  }));
  return (
    <Group>
      <Select
        label={t.profile}
        data={data}
        placeholder={t.ownProfile}
        value={chosen.first ?? null}
        onChange={(name) => onChosen({ ...chosen, first: name ?? undefined })}
        clearable
        w={420}
        maw="100%"
      />
      <Select
        label={t.compare}
        data={data}
        placeholder={t.noCompare}
        value={chosen.second ?? null}
        onChange={(name) => onChosen({ ...chosen, second: name ?? undefined })}
        clearable
        w={420}
        maw="100%"
      />
    </Group>
  );
}
