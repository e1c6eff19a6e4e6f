import { ActionIcon, Loader, Popover, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import type { AskingOptionsProps } from './asking-options-form.tsx';

/** Few open it, so it is not part of the first load. */
const AskingOptionsForm = lazy(async () => ({
  default: (await import('./asking-options-form.tsx')).AskingOptionsForm,
}));

/** Opens what can be chosen about how to ask; coloured while something is chosen. */
export function AskingOptions(props: AskingOptionsProps): ReactNode {
  const t = useTexts(assistant);
  const { model, collections, grounding } = props.chosen;
  const changed = model !== undefined || collections.length > 0 || grounding !== 'auto';
  return (
    <Popover width={360} shadow="md" trapFocus returnFocus position="top-start">
      <Popover.Target>
        <Tooltip label={t.options}>
          <ActionIcon
            variant={changed ? 'light' : 'subtle'}
            {...(changed ? {} : { color: 'gray' })}
            size="lg"
            aria-label={t.options}
          >
            <IconAdjustmentsHorizontal size={20} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loader size="sm" />}>
          <AskingOptionsForm {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
