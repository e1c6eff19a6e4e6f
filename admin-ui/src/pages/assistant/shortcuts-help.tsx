import { ActionIcon, Group, Kbd, Popover, Stack, Text, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** The keys that work on this page. */
export function ShortcutsHelp(): ReactNode {
  const t = useTexts(assistant);
  const shortcuts: readonly (readonly [readonly string[], string])[] = [
    [['/'], t.shortcutAsk],
    [['Esc'], t.shortcutStop],
    [['↑'], t.shortcutEdit],
    [['Alt', 'N'], t.shortcutNew],
    [['Alt', 'F'], t.shortcutSearch],
  ];
  return (
    <Popover shadow="md" trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <Tooltip label={t.shortcuts}>
          <ActionIcon variant="subtle" color="gray" aria-label={t.shortcuts}>
            <IconKeyboard size={20} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown tabIndex={0}>
        <Stack gap="xs">
          {shortcuts.map(([keys, does]) => (
            <Group key={does} justify="space-between" gap="xl">
              <Text size="sm">{does}</Text>
              <Group gap={4}>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </Group>
            </Group>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
