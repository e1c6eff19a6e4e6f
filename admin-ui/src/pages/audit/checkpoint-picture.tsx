import { Anchor, Image, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconQrcode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { checkpointPictureAddress } from '../../data/audit.ts';
import { audit } from '../../i18n/audit.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** For an air gap: the newest checkpoint to be photographed from the screen. */
export function CheckpointPicture(): ReactNode {
  const t = useTexts(audit);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Anchor component="button" type="button" size="sm" ta="start" onClick={open}>
        <IconQrcode size={14} aria-hidden /> {t.showQr}
      </Anchor>
      <Dialog opened={opened} onClose={close} title={t.qrTitle} centered>
        {/* Black on white in dark pages too: cameras expect it. */}
        <Image src={checkpointPictureAddress} alt={t.qrTitle} bg="white" radius="sm" />
        <Text size="sm" mt="sm">
          {t.qrText}
        </Text>
      </Dialog>
    </>
  );
}
