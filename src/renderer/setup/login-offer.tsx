import type { JSX } from 'react';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import type { SetupView } from '../../shared/setup.ts';
import { CheckField } from '../components/check-field.tsx';
import { useComputer } from '../settings/sections/use-computer.ts';
import { useShop } from '../shop-context.ts';

/** Whether the app shall start with the computer. Until the first test it is only a wish, on by default. */
export type LoginWish = {
  readonly isFirst: boolean;
  readonly isWanted: boolean;
  readonly onWanted: (isWanted: boolean) => void;
};

/** Returns true until a test was run: what somebody chose about the start is never changed after that. */
export function isFirstTest({ steps }: SetupView): boolean {
  return steps.test.reason === 'test-missing';
}

/** Lets the app start with the computer when that is wished for. */
export async function applyLoginWish(api: MostradorApi, { isFirst, isWanted }: LoginWish): Promise<void> {
  if (!isFirst || !isWanted) return;
  // The test matters more; main has logged the reason, and the box shows that it is off.
  await api['computer:set-login-item']({ on: true }).catch(() => undefined);
}

/** Offers to start the app with the computer. */
export function LoginOffer({ wish }: { readonly wish: LoginWish }): JSX.Element | null {
  const { texts, isDemo } = useShop();
  const computer = useComputer();
  if (isDemo || computer.view === null) return null;
  const { kind } = computer.view.loginItem;
  const isOn = kind === 'on' || kind === 'blocked';
  return (
    <CheckField
      label={texts.computer.login}
      hint={texts.setup.test.loginHint}
      checked={wish.isFirst ? wish.isWanted : isOn}
      onChecked={(on) => {
        wish.onWanted(on);
        if (!wish.isFirst || isOn) computer.setLoginItem(on);
      }}
    />
  );
}
