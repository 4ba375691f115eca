import { useCallback, useSyncExternalStore, type JSX } from 'react';
import { healthSentence, worstPart } from '../../../shared/health/health-sentence.ts';
import type { Alert } from '../../../shared/orders/alert.ts';
import type { Health } from '../../../shared/health/health.ts';
import { Button } from '../../components/button.tsx';
import { Popover } from '../../components/popover.tsx';
import { useShop } from '../../shop-context.ts';
import { EntryRemedy } from '../../components/remedy-button.tsx';
import { partsTold, shownParts, stateWords } from './health-model.ts';
import styles from './health-light.module.css';
import { Lamp } from './lamp.tsx';

/**
 * The health light, with the proof that a quiet app is a working app. The banner says what is wrong. A click lists
 * every part, and what to do where the banner does not say it.
 */
export function HealthLight(props: {
  readonly health: Health;
  readonly alerts: readonly Alert[];
}): JSX.Element {
  const { health, alerts } = props;
  const { api, texts, times, clock } = useShop();
  const worst = worstPart(health);

  const sentence = useSyncExternalStore(
    clock.subscribe,
    useCallback(() => {
      const nowMs = clock.now();
      return healthSentence(health, { nowMs, texts, clock: (iso) => times.clockOrDay(iso, nowMs) });
    }, [health, texts, times, clock]),
  );

  return (
    <Popover
      className={styles['box']}
      boxClassName={styles['parts']}
      edge="left"
      role="region"
      label={texts.orders.healthLabel}
      renderButton={(button) => (
        <button
          type="button"
          className={styles['light']}
          aria-description={texts.orders.healthLabel}
          {...button}
        >
          <Lamp state={worst?.entry.state ?? health.partner.state} />
          <span className={styles['sentence']}>
            {worst === null ? sentence : texts.orders.healthStates[worst.entry.state]}
          </span>
        </button>
      )}
    >
      {() => (
        <>
          <Parts health={health} alerts={alerts} />
          <Button onClick={() => void api['window:open-day-test']()}>{texts.setup.test.title}</Button>
        </>
      )}
    </Popover>
  );
}

function Parts(props: { readonly health: Health; readonly alerts: readonly Alert[] }): JSX.Element {
  const { health, alerts } = props;
  const { texts, times, clock } = useShop();
  const told = partsTold(health, alerts);
  const answeredAt = health.facts.lastOutletAt;
  return (
    <ul>
      {shownParts(health).map(({ part, entry }) => {
        const { sentence, remedy } = texts.health[entry.code](entry.detail);
        return (
          <li key={part} className={styles['part']}>
            <Lamp state={entry.state} />
            <div>
              <p>
                <strong>{texts.orders.healthParts[part]}</strong>{' '}
                <span className={styles['since']}>
                  {stateWords(entry, texts)},{' '}
                  {texts.orders.healthSince(times.clockOrDay(entry.since, clock.now()))}
                </span>
              </p>
              {part === 'outlet' && answeredAt !== null && (
                <p className={styles['since']}>
                  {texts.outlet.answered(times.clockOrDay(answeredAt, clock.now()))}
                </p>
              )}
              {!told.includes(part) && (
                <>
                  {entry.code !== 'ok' && <p>{sentence}</p>}
                  {remedy !== '' && <p className={styles['remedy']}>{remedy}</p>}
                  <EntryRemedy entry={entry} />
                </>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
