import { Button, Group, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import dayjs from 'dayjs';
import chinese from 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import type { AuditFilters } from '../../data/audit.ts';
import { audit } from '../../i18n/audit.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useDebouncedText } from '../../state/use-debounced-text.ts';
import { decisions, entryTypes, parseFilters } from './search-filters.ts';

interface FilterFormProps {
  readonly filters: AuditFilters;
  readonly onChange: (filters: AuditFilters) => void;
}

/** Which entries are wanted. Ids are looked for once the typing rests. */
export function FilterForm({ filters, onChange }: FilterFormProps): ReactNode {
  const t = useTexts(audit);
  const { language } = useLanguage();
  const change = (part: Readonly<Record<string, string | undefined>>): void =>
    onChange(parseFilters({ ...filters, ...part }));
  return (
    <Group role="search" aria-label={t.filters} align="flex-end" gap="sm" mb="md">
      <Select
        label={t.type}
        placeholder={t.anyType}
        data={entryTypes}
        value={filters.type ?? null}
        onChange={(type) => change({ type: type ?? undefined })}
        clearable
        searchable
        w={170}
      />
      <Select
        label={t.decision}
        placeholder={t.anyDecision}
        data={decisions.map((value) => ({ value, label: t.decisions[value] }))}
        value={filters.decision ?? null}
        onChange={(decision) => change({ decision: decision ?? undefined })}
        clearable
        w={140}
      />
      <IdField label={t.actor} value={filters.actor} onRest={(actor) => change({ actor })} />
      <IdField label={t.exchange} value={filters.exchange} onRest={(exchange) => change({ exchange })} />
      <DatePickerInput
        type="range"
        label={t.period}
        placeholder={t.anyPeriod}
        locale={language === 'zh' ? chinese.name : 'en'}
        value={[dayOf(filters.from, 0), dayOf(filters.to, -1)]}
        onChange={([from, to]) => change({ from: startOf(from, 0), to: startOf(to, 1) })}
        allowSingleDateInRange
        clearable
        w={210}
      />
      <Button variant="subtle" disabled={Object.keys(filters).length === 0} onClick={() => onChange({})}>
        {t.clear}
      </Button>
    </Group>
  );
}

interface IdFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onRest: (value: string) => void;
}

function IdField({ label, value, onRest }: IdFieldProps): ReactNode {
  const [text, setText] = useDebouncedText(value ?? '', onRest);
  return (
    <TextInput
      label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      spellCheck={false}
      autoComplete="off"
      w={150}
    />
  );
}

/** The day of a moment in the person's zone; the end of a period is the day before its first moment outside. */
function dayOf(instant: string | undefined, shift: number): string | null {
  return instant === undefined ? null : dayjs(instant).add(shift, 'day').format('YYYY-MM-DD');
}

function startOf(day: string | null, shift: number): string | undefined {
  return day === null ? undefined : dayjs(day).startOf('day').add(shift, 'day').toISOString();
}
