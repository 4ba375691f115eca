import { useState, type JSX } from 'react';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import { Section } from './section.tsx';
import styles from './settings-page.module.css';

/** What concerns this computer and not the shop. */
export function ComputerSection(): JSX.Element {
  const { api, texts } = useShop();
  const [openFailed, setOpenFailed] = useState(false);
  const openDiagnostics = (): void => {
    setOpenFailed(false);
    api['window:open-diagnostics']().catch(() => setOpenFailed(true));
  };
  return (
    <Section title={texts.computer.title}>
      <div>
        <div className={styles['row']}>
          <Button onClick={openDiagnostics}>{texts.diagnostics.open}</Button>
        </div>
        <p className={styles['soft']}>{texts.diagnostics.openHint}</p>
        {openFailed && <p role="alert">{texts.diagnostics.openFailed}</p>}
      </div>
    </Section>
  );
}
