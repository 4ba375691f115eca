import { useState, type JSX } from 'react';
import { SYSTEMS, systemOf, type System } from '../../shared/system.ts';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import { PinPicture } from './pin-picture.tsx';
import body from './tour-body.module.css';
import styles from './tray-page.module.css';
import { TrayPicture } from './tray-picture.tsx';

const STATES = [
  ['calm', 0, 'ok'],
  ['count', 3, 'ok'],
  ['degraded', 0, 'degraded'],
  ['down', 0, 'down'],
] as const;

/** What the icon beside the clock shows, what clicks on it do, and how to keep it visible. */
export function TrayPage(): JSX.Element {
  const { texts, platform } = useShop();
  const { tray } = texts.tour;
  const [system, setSystem] = useState<System>(() => systemOf(platform));
  const own = systemOf(platform);
  const systems = [own, ...SYSTEMS.filter((other) => other !== own)];
  const pin = tray.pin[system];
  return (
    <>
      <p className={body['intro']}>{tray.intro}</p>
      <ul className={styles['states']}>
        {STATES.map(([name, count, health]) => (
          <li key={name} className={body['pair']}>
            <TrayPicture count={count} health={health} size={40} />
            <div>
              <p className={body['name']}>{tray.states[name].title}</p>
              <p>{tray.states[name].body}</p>
            </div>
          </li>
        ))}
      </ul>
      <section className={body['part']}>
        <div className={styles['head']}>
          <h2 className={body['heading']}>{tray.pinTitle}</h2>
          <div className={styles['systems']} role="group" aria-label={tray.systemsLabel}>
            {systems.map((id) => (
              <Button key={id} aria-pressed={id === system} onClick={() => setSystem(id)}>
                {tray.pin[id].name}
              </Button>
            ))}
          </div>
        </div>
        <div className={styles['pin']}>
          <PinPicture system={system} label={pin.picture} />
          <div className={styles['how']}>
            <ol className={styles['steps']}>
              {pin.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className={body['soft']}>{pin.note}</p>
          </div>
        </div>
      </section>
      <section className={body['part']}>
        <h2 className={body['heading']}>{tray.clicksTitle}</h2>
        <ul className={styles['clicks']}>
          <li>{pin.clicks}</li>
          <li>
            {tray.menu(
              [texts.tray.refresh, texts.sound.mute, texts.sound.test, texts.settings.title],
              texts.tray.quit,
            )}
          </li>
          <li>
            <strong>{tray.closing}</strong> {texts.tray.stillRunningBody}
          </li>
        </ul>
      </section>
    </>
  );
}
