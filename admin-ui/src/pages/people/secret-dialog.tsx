import { type ReactNode, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';

interface SecretDialogProps<Made> {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly formTitle: string;
  readonly form: (onMade: (made: Made) => void, onCancel: () => void) => ReactNode;
  readonly secretTitle: string;
  readonly secret: (made: Made, onDone: () => void) => ReactNode;
}

/** A form that makes something, then the secret of what was made, which is forgotten when the dialog closes. */
export function SecretDialog<Made>(props: SecretDialogProps<Made>): ReactNode {
  const [made, setMade] = useState<Made>();
  const close = (): void => {
    setMade(undefined);
    props.onClose();
  };
  return (
    <Dialog
      opened={props.opened}
      onClose={close}
      size="xl"
      // A click beside it would lose the secret for good.
      closeOnClickOutside={false}
      title={made === undefined ? props.formTitle : props.secretTitle}
    >
      {made === undefined ? props.form(setMade, close) : props.secret(made, close)}
    </Dialog>
  );
}
