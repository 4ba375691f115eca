import type { JSX } from 'react';
import type { HealthState } from '../../../shared/health/health.ts';
import styles from './lamp.module.css';

/** A lamp that differs in colour and in shape, for people who cannot tell the colours apart. */
export function Lamp({ state }: { readonly state: HealthState }): JSX.Element {
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
