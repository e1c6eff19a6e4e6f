import { useConfirm } from '../../components/confirm.tsx';
import { composeFirstPassword } from '../../data/first-password.ts';
import { type Account, countOpen, useChangePerson } from '../../data/people.ts';
import { useEndSessionsOf } from '../../data/sessions.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { people } from '../../i18n/people.ts';

/** What is done to an account after asking; each resolves when it has happened or was not wanted. */
export interface PersonActions {
  /** The new password; undefined when it was not wanted. */
  readonly resetPassword: () => Promise<string | undefined>;
  readonly endSessions: () => Promise<void>;
  readonly disable: () => Promise<void>;
  readonly enable: () => Promise<void>;
}

/** Each action says first what it will end, with the numbers of this moment. */
export function usePersonActions({ id, name }: Account): PersonActions {
  const t = useTexts(people);
  const confirm = useConfirm();
  const { mutateAsync: change } = useChangePerson();
  const { mutateAsync: endSessions } = useEndSessionsOf();
  return {
    async resetPassword() {
      const { sessions } = await countOpen(id);
      const consequence = t.resetText(sessions);
      if (!(await confirm({ title: t.resetTitle(name), consequence, action: t.resetAction })))
        return undefined;
      const password = composeFirstPassword();
      await change({ id, password });
      return password;
    },
    async endSessions() {
      const { sessions } = await countOpen(id);
      const consequence = t.endSessionsText(sessions);
      const title = t.endSessionsTitle(name);
      if (await confirm({ title, consequence, action: t.endSessionsAction })) await endSessions(id);
    },
    async disable() {
      const { sessions, keys } = await countOpen(id);
      const consequence = t.disableText(sessions, keys);
      const title = t.disableTitle(name);
      if (await confirm({ title, consequence, action: t.disableAction }))
        await change({ id, disabled: true });
    },
    async enable() {
      const request = { title: t.enableTitle(name), consequence: t.enableText, action: t.enableAction };
      if (await confirm(request)) await change({ id, disabled: false });
    },
  };
}
