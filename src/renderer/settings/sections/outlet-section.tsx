import { useState, type JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './computer-section.module.css';
import { Help, Section } from './section.tsx';
import { useHealth } from './use-part-health.ts';

/** Whether the platform is asked if the shop is open. It applies at once. */
export function OutletSection(): JSX.Element {
  const { api, texts, view, times, clock } = useShop();
  const words = texts.outlet;
  const { on, refused } = view.settings.outlet;
  const health = useHealth();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const run = async (work: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    setFailed(!(await work().catch(() => false)));
    setBusy(false);
  };
  const ask = async (): Promise<boolean> => (await api['outlet:ask']()) === null;
  const entry = health?.outlet ?? null;
  const isTold = entry !== null && entry.code !== 'not-used' && (on || refused !== null);
  const answeredAt = health?.facts.lastOutletAt ?? null;
  return (
    <Section title={words.title}>
      <Help>{words.intro}</Help>
      <CheckField
        label={words.on}
        hint={words.onHint}
        checked={on}
        onChecked={(next) => void run(() => api['outlet:set']({ on: next }))}
      />
      {on && (
        <div>
          <Button disabled={isBusy} onClick={() => void run(ask)}>
            {isBusy ? words.asking : words.ask}
          </Button>
        </div>
      )}
      <p role="status" className={styles['result']}>
        {hasFailed && texts.riders.saveFailed}
        {!hasFailed && isTold && texts.health[entry.code](entry.detail).sentence}
        {!hasFailed && !on && refused !== null && ` ${words.again}`}
      </p>
      {on && answeredAt !== null && (
        <p className={styles['soft']}>{words.answered(times.clockOrDay(answeredAt, clock.now()))}</p>
      )}
    </Section>
  );
}
