import { useState, type JSX } from 'react';
import { worstPart } from '../../shared/health/health-sentence.ts';
import { HEALTH_PARTS, type Health, type HealthPart } from '../../shared/health/health.ts';
import { Button } from '../components/button.tsx';
import { Lamp } from '../counter/header/lamp.tsx';
import { createLive, useLive } from '../live.ts';
import { useShop } from '../shop-context.ts';
import { isTrouble, troublesOf } from './light-parts.ts';
import styles from './light-page.module.css';
import body from './tour-body.module.css';
import { useOpenWindow } from './use-open-window.ts';

/** What each part of the light means, what to do first and whom to call, with the part's current state. */
export function LightPage(): JSX.Element {
  const { api, texts } = useShop();
  const { light, openFailed } = texts.tour;
  const report = useOpenWindow('window:open-diagnostics');
  const health = useLive<Health>(() =>
    createLive({
      read: () => api['health:read'](),
      listen: (apply) => api.on('health:changed', (next) => apply(() => next)),
    }),
  );
  const now = health.state.phase === 'ready' ? health.state.value : null;
  const first = now === null ? null : (worstPart(now)?.part ?? 'partner');
  return (
    <>
      <p className={body['intro']}>{light.intro}</p>
      <p>{light.meanwhile}</p>
      {health.state.phase !== 'loading' && (
        <ul className={styles['parts']}>
          {HEALTH_PARTS.map((part) => (
            <Part key={part} part={part} health={now} startsOpen={part === first} />
          ))}
        </ul>
      )}
      <div className={body['row']}>
        <Button onClick={() => void report.open()}>{texts.diagnostics.open}</Button>
        <p className={styles['help']} role="status">
          {report.hasFailed ? openFailed : light.help}
        </p>
      </div>
    </>
  );
}

function Part(props: {
  readonly part: HealthPart;
  /** null when it could not be read. */
  readonly health: Health | null;
  readonly startsOpen: boolean;
}): JSX.Element {
  const { part, health, startsOpen } = props;
  const { texts, view } = useShop();
  const { light } = texts.tour;
  // An update must not close what somebody is reading.
  const [isOpen] = useState(startsOpen);
  const now = health?.[part] ?? null;
  const { meaning, call } = light.parts[part];
  const troubles = troublesOf(part, { now, port: view.settings.receiver.port });
  return (
    <li>
      <details open={isOpen}>
        <summary>
          {now !== null && <Lamp state={now.state} />}
          <span className={body['name']}>{texts.orders.healthParts[part]}</span>
          {now !== null && (
            <span className={styles['now']} data-trouble={isTrouble(now) ? 'true' : undefined}>
              {light.now} {texts.orders.healthStates[now.state].toLowerCase()}
            </span>
          )}
        </summary>
        <div className={styles['body']}>
          <p>{meaning}</p>
          {troubles.length > 0 && (
            <ul className={styles['troubles']}>
              {troubles.map(({ code, detail }) => {
                const { sentence, remedy } = texts.health[code](detail);
                return (
                  <li key={code}>
                    {sentence} <strong>{remedy}</strong>
                  </li>
                );
              })}
            </ul>
          )}
          {call !== '' && (
            <p className={body['soft']}>
              {light.call} {call}
            </p>
          )}
        </div>
      </details>
    </li>
  );
}
