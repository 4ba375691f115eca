import { useEffect, useRef, type JSX } from 'react';
import type { SettingsProblem, SettingsView } from '../../shared/ipc-contract.ts';
import { Button } from '../components/button.tsx';
import type { Live } from '../live.ts';
import { useShop } from '../shop-context.ts';
import { AdvancedSection } from './advanced-section.tsx';
import { ComputerSection } from './computer-section.tsx';
import { DemoSection } from './demo-section.tsx';
import { KeychainNotice } from './keychain-notice.tsx';
import { KeySection } from './key-section.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { SaveBar } from './save-bar.tsx';
import styles from './settings-page.module.css';
import { ShopSection } from './shop-section.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import { WebhookSection } from './webhook-section.tsx';

/** Shop, key, webhook secret: what the app needs to know before it can work. */
export function SettingsPage({ live }: { readonly live: Live<SettingsView> }): JSX.Element {
  const { api, texts, view } = useShop();
  const form = useSettingsForm(live);
  const page = useRef<HTMLFormElement>(null);
  const { problems } = form;

  useEffect(() => {
    // To the first mark, or who cannot see the red border never learns of it.
    if (Object.keys(problems).length > 0) {
      const marked = page.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      marked?.focus({ preventScroll: true });
      marked?.scrollIntoView({ block: 'center' });
    }
  }, [problems]);

  return (
    <form
      ref={page}
      className={styles['page']}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.isDirty) void form.save();
      }}
    >
      <div className={styles['scroll']}>
        <div className={styles['column']}>
          <h1 className={styles['title']}>{texts.settings.title}</h1>
          <p className={styles['soft']}>{texts.settings.intro}</p>
          <div className={styles['row']}>
            <Button onClick={() => void api['window:open-setup']()}>{texts.settings.openSetup}</Button>
          </div>
          <KeychainNotice />
          <Repairs problems={view.problems} />
          <ShopSection form={form} />
          <KeySection form={form} />
          <WebhookSection form={form} />
          <ComputerSection />
          <AdvancedSection form={form} />
          <DemoSection />
          <p className={styles['foot']}>
            <Button kind="quiet" onClick={() => void api['window:open-about']().catch(() => undefined)}>
              {texts.about.open}
            </Button>
          </p>
        </div>
      </div>
      <SaveBar form={form} />
      <LeaveGuard isDirty={form.isDirty} onSave={form.save} />
    </form>
  );
}

/** What had to be put right when the settings were read. */
function Repairs({ problems }: { readonly problems: readonly SettingsProblem[] }): JSX.Element | null {
  const { texts } = useShop();
  if (problems.length === 0) return null;
  return (
    <ul className={styles['repairs']}>
      {problems.map((problem) =>
        problem.kind === 'file-damaged' ? (
          <li key={problem.keptAs}>{texts.settings.repairedFile(problem.keptAs)}</li>
        ) : (
          <li key={problem.section}>{texts.settings.repairedSection(problem.section)}</li>
        ),
      )}
    </ul>
  );
}
