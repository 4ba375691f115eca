import type { JSX } from 'react';
import type { SetupPageId, SetupView } from '../../shared/setup.ts';
import { Button } from '../components/button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { DayTest } from './day-test/day-test.tsx';
import { LoginOffer, type LoginWish } from './login-offer.tsx';
import styles from './step-panel.module.css';
import { runTest } from './use-step-action.ts';

/** The test of the day as the end of the setup. */
export function TestStep(props: {
  readonly form: SettingsForm;
  readonly view: SetupView;
  readonly login: LoginWish;
  readonly onChoose: (page: SetupPageId) => void;
  readonly onTested: () => void;
}): JSX.Element {
  const { form, view, login, onChoose, onTested } = props;
  const { texts, view: kept, api } = useShop();
  const isTesting = form.busy === 'asking';
  const { test } = texts.setup;
  const hasSecret = kept.secrets['webhook-secret'].present;
  const path = kept.settings.tunnel.provider !== 'none' ? 'public' : hasSecret ? 'local' : 'none';
  return (
    <>
      <p>{test.paths[path]}</p>
      {/* Reads again what the first test made of the wish. */}
      <LoginOffer key={String(login.isFirst)} wish={login} />
      <DayTest test={view.test} isTesting={isTesting} isBrief onPage={onChoose} />
      {view.steps.test.state === 'proven' && (
        <div className={styles['row']}>
          <Button aria-disabled={isTesting} onClick={() => void runTest(form, api, onTested)}>
            {test.again}
          </Button>
        </div>
      )}
    </>
  );
}
