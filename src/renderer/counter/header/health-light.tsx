import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type JSX } from 'react';
import { healthSentence, worstPart } from '../../../shared/health-sentence.ts';
import type { Health } from '../../../shared/health.ts';
import { useShop } from '../../shop-context.ts';
import { shownParts } from './health-model.ts';
import styles from './health-light.module.css';
import { Lamp } from './lamp.tsx';

/** One light, and the proof that silence is real; what is wrong stands in the banner. A click shows every part with what to do. */
export function HealthLight({ health }: { readonly health: Health }): JSX.Element {
  const { texts, times, clock } = useShop();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const worst = worstPart(health);

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener('pointerdown', closeOutside);
    return () => window.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const sentence = useSyncExternalStore(
    clock.subscribe,
    useCallback(() => {
      const nowMs = clock.now();
      return healthSentence(health, { nowMs, texts, clock: (iso) => times.clockOrDay(iso, nowMs) });
    }, [health, texts, times, clock]),
  );

  return (
    <div
      ref={box}
      className={styles['box']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className={styles['light']}
        aria-expanded={isOpen}
        aria-description={texts.orders.healthLabel}
        onClick={() => setOpen(!isOpen)}
      >
        <Lamp state={worst?.entry.state ?? health.partner.state} />
        <span className={styles['sentence']}>
          {worst === null ? sentence : texts.orders.healthStates[worst.entry.state]}
        </span>
      </button>
      {isOpen && <Parts health={health} />}
    </div>
  );
}

function Parts({ health }: { readonly health: Health }): JSX.Element {
  const { texts, times, clock } = useShop();
  return (
    <section className={styles['parts']} aria-label={texts.orders.healthLabel}>
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
                    {texts.orders.healthStates[entry.state]},{' '}
                    {texts.orders.healthSince(times.clockOrDay(entry.since, clock.now()))}
                  </span>
                </p>
                {entry.code !== 'ok' && <p>{sentence}</p>}
                {remedy !== '' && <p className={styles['remedy']}>{remedy}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
