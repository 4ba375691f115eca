import { useEffect, useRef, useState, type JSX } from 'react';
import type { Health, HealthEntry } from '../../shared/health.ts';
import { useShop } from '../shop-context.ts';
import { isStarting, shownParts, worstPart } from './health-model.ts';
import styles from './health-light.module.css';

/** One light and one sentence; a click shows every part with what to do. */
export function HealthLight({ health }: { readonly health: Health }): JSX.Element {
  const { texts } = useShop();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const worst = worstPart(health);
  const starting = worst === null && isStarting(health);

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener('pointerdown', closeOutside);
    return () => window.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const sentence =
    worst !== null
      ? texts.health[worst.entry.code](worst.entry.detail).sentence
      : starting
        ? texts.health.starting(null).sentence
        : texts.orders.healthOk;

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
        <Lamp state={worst?.entry.state ?? (starting ? 'off' : 'ok')} />
        <span className={styles['sentence']} aria-live="polite">
          {sentence}
        </span>
      </button>
      {isOpen && <Parts health={health} />}
    </div>
  );
}

/** Colour and shape, for who does not tell the colours apart. */
function Lamp({ state }: { readonly state: HealthEntry['state'] }): JSX.Element {
  return (
    <svg className={styles['lamp']} data-state={state} viewBox="0 0 16 16" aria-hidden="true">
      {state === 'down' ? (
        <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" />
      ) : state === 'degraded' ? (
        <path d="M8 1 15.5 15H.5Z" />
      ) : (
        <circle cx="8" cy="8" r="7" />
      )}
    </svg>
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
