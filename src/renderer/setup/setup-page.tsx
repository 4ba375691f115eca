import { useState, type JSX, useEffect } from 'react';
import type { SettingsView } from '../../shared/ipc-contract.ts';
import { assertNever } from '../../shared/result.ts';
import type { SetupPageId, SetupView } from '../../shared/setup.ts';
import { Part } from '../components/boundary.tsx';
import { FullMessage } from '../components/full-message.tsx';
import frame from '../components/guided-page.module.css';
import type { Live } from '../live.ts';
import { isFirstTest, type LoginWish } from './login-offer.tsx';
import { KeychainNotice } from '../settings/settings-notices.tsx';
import { LeaveGuard } from '../settings/form/leave-guard.tsx';
import { useFirstMark, useSettingsForm, type SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { TunnelForm } from '../tunnel-form/tunnel-form.tsx';
import { TunnelState } from '../tunnel-form/tunnel-state.tsx';
import { CasesStep } from './cases-step.tsx';
import { SecretStep } from './secret-step.tsx';
import { SetupFooter } from './setup-footer.tsx';
import styles from './setup-page.module.css';
import { pageOf, pagesOf, shownStep } from './setup-pages.ts';
import { ShopStep } from './shop-step.tsx';
import { StepPanel } from './step-panel.tsx';
import { StepRail } from './step-rail.tsx';
import { TestStep } from './test-step.tsx';
import { useSetup } from './use-setup.ts';
import { useStepAction } from './use-step-action.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { computerZone } from '../../shared/settings/zones.ts';
import { countryOfZone } from '../settings/form/countries.ts';

/** Saves the country of the computer's time zone while the shop has no settings. */
function useGuessedCountry(): void {
  const { api, view } = useShop();
  const { settings } = view;
  useEffect(() => {
    const { shop } = settings;
    const isUntouched = JSON.stringify(shop) === JSON.stringify(DEFAULT_SETTINGS.shop);
    const country = countryOfZone(computerZone() ?? '');
    if (!isUntouched || country === null || country === shop.country) return;
    // Only a convenience: main has logged a failed save, and the first order shows the country too.
    api['settings:save']({ settings: { ...settings, shop: { ...shop, country } } }).catch(() => undefined);
  }, [api, settings]);
}

/** Leads from an empty profile to a working shop, step by step. It opens at the first step that still needs something. */
export function SetupPage({ live }: { readonly live: Live<SettingsView> }): JSX.Element {
  const { texts } = useShop();
  const { state, readAgain } = useSetup();
  if (state.phase === 'ready') {
    return <Assistant live={live} view={state.value} onTested={readAgain} />;
  }
  return state.phase === 'loading' ? (
    <FullMessage title={texts.orders.loading} isBusy />
  ) : (
    <FullMessage title={texts.orders.failedTitle} body={texts.orders.failedBody} isError />
  );
}

function Assistant(props: {
  readonly live: Live<SettingsView>;
  readonly view: SetupView;
  /** Called after a test that may leave no other trace. */
  readonly onTested: () => void;
}): JSX.Element {
  const { live, view, onTested } = props;
  const { texts, view: kept } = useShop();
  const form = useSettingsForm(live, (t) => ({ sentence: t.setup.notProven, remedy: '' }));
  const [current, setCurrent] = useState<SetupPageId>(pageOf(view.next));
  const [wantsLogin, setWantsLogin] = useState(true);
  const page = useFirstMark(form.marks);
  useGuessedCountry();

  const choose = (step: SetupPageId): void => {
    form.clearResult();
    setCurrent(step);
  };
  const pages = pagesOf(kept);
  const index = pages.indexOf(current);
  const before = pages[index - 1] ?? null;
  const after = pages[index + 1] ?? null;
  const login: LoginWish = { isFirst: isFirstTest(view), isWanted: wantsLogin, onWanted: setWantsLogin };
  const action = useStepAction({
    form,
    view,
    current,
    // The result of what was just done stays on the screen.
    goOn: after === null ? null : () => setCurrent(after),
    onTested,
    login,
  });

  return (
    <form
      ref={page}
      className={`${frame['page']} ${styles['page']}`}
      noValidate
      autoComplete="off"
      onKeyDown={(event) => {
        // A new step focuses its title; Enter must work from there too.
        if (event.key === 'Enter' && event.target instanceof HTMLHeadingElement) {
          event.currentTarget.requestSubmit();
        }
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (form.busy === null) void action.run();
      }}
    >
      <header className={`${frame['top']} ${styles['top']}`}>
        <p>{texts.setup.title}</p>
        <p className={`${frame['soft']} ${styles['soft']}`}>{texts.setup.intro}</p>
      </header>
      <div className={`${frame['middle']} ${styles['middle']}`}>
        <StepRail view={view} current={current} onChoose={choose} />
        <main className={`${frame['scroll']} ${styles['scroll']}`}>
          <KeychainNotice />
          <StepPanel
            key={current}
            id={current}
            step={shownStep(current, view.steps)}
            tunnel={view.tunnel}
            show={current === 'address' && form.result?.tone === 'ok' ? form.result : null}
          >
            <Part where={`setup, ${current}`}>
              <StepBody
                current={current}
                form={form}
                view={view}
                login={login}
                onAsked={onTested}
                onChoose={choose}
              />
            </Part>
          </StepPanel>
        </main>
      </div>
      <SetupFooter
        form={form}
        action={action}
        onBack={before === null ? null : () => choose(before)}
        onSkip={action.leaves || after === null ? null : () => choose(after)}
      />
      <LeaveGuard isDirty={form.isDirty} onSave={() => form.save()} />
    </form>
  );
}

function StepBody(props: {
  readonly current: SetupPageId;
  readonly form: SettingsForm;
  readonly view: SetupView;
  readonly login: LoginWish;
  readonly onAsked: () => void;
  readonly onChoose: (page: SetupPageId) => void;
}): JSX.Element {
  const { current, form, view, login, onAsked, onChoose } = props;
  switch (current) {
    case 'shop':
      return <ShopStep form={form} steps={view.steps} found={view.foundShop} />;
    case 'secret':
      return <SecretStep form={form} webhookUrl={view.webhookUrl} />;
    case 'address':
      return <AddressStep form={form} />;
    case 'test':
      return <TestStep form={form} view={view} login={login} onChoose={onChoose} onTested={onAsked} />;
    case 'cases':
      return <CasesStep form={form} view={view} onAsked={onAsked} />;
    default:
      return assertNever(current);
  }
}

/** Sets up the public address. */
function AddressStep({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { address } = useShop().texts.setup;
  return (
    <>
      <p>{address.body}</p>
      <TunnelForm form={form} />
      <TunnelState form={form} isBrief />
    </>
  );
}
