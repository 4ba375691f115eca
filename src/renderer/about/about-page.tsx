import { useState, type JSX } from 'react';
import type { AboutInfo } from '../../shared/about.ts';
import { Button } from '../components/button.tsx';
import { FullMessage } from '../components/full-message.tsx';
import { createLive, useLive } from '../live.ts';
import { UpdatePart } from '../settings/sections/update-part.tsx';
import { useComputer } from '../settings/sections/use-computer.ts';
import { useShop } from '../shop-context.ts';
import styles from './about-page.module.css';

const PORTAL = 'https://portal.pedidosya.com';
const DEVELOPERS = 'https://developer.pedidosya.com';

/** Shows the version, the links and the licences of everything in the package. */
export function AboutPage(): JSX.Element {
  const { api, texts } = useShop();
  const about = useLive<AboutInfo>(() =>
    createLive({ read: () => api['about:read'](), listen: () => () => undefined }),
  );
  const { state, live } = about;
  if (state.phase === 'failed') {
    const retry = { label: texts.orders.retry, run: () => void live.reload() };
    return (
      <FullMessage title={texts.orders.failedTitle} body={texts.orders.failedBody} action={retry} isError />
    );
  }
  if (state.phase !== 'ready') return <FullMessage title={texts.orders.loading} isBusy />;
  return <About info={state.value} />;
}

function Updates(): JSX.Element | null {
  const computer = useComputer();
  if (computer.view === null) return null;
  return (
    <div className={styles['updates']}>
      <UpdatePart computer={computer} view={computer.view} heading="h2" />
    </div>
  );
}

function About({ info }: { readonly info: AboutInfo }): JSX.Element {
  const { texts } = useShop();
  const { about } = texts;
  return (
    <main className={styles['page']}>
      <div className={styles['column']}>
        <h1 className={styles['title']}>{about.title}</h1>
        <p className={styles['soft']}>{about.what}</p>
        <dl className={styles['facts']}>
          <dt>{about.version}</dt>
          <dd>{info.version}</dd>
          <dt>{about.madeWith}</dt>
          <dd>{`Electron ${info.electron} · Chromium ${info.chromium} · Node ${info.node}`}</dd>
          <dt>{about.links}</dt>
          <dd className={styles['links']}>
            <a href={PORTAL} target="_blank" rel="noreferrer">
              {about.portal}
            </a>
            <a href={DEVELOPERS} target="_blank" rel="noreferrer">
              {about.developers}
            </a>
          </dd>
        </dl>
        <Updates />
        <h2 className={styles['heading']}>{about.licencesTitle}</h2>
        <p className={styles['soft']}>{about.licencesIntro(info.licences.length)}</p>
        {info.hasChromiumLicences && <ChromiumLicences />}
        <ul className={styles['licences']}>
          {info.licences.map(({ name, version, licence, text }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary>
                  <b>{name}</b> {version}
                  <span className={styles['kind']}>{licence}</span>
                </summary>
                <pre className={styles['text']} lang="en">
                  {text}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}

function ChromiumLicences(): JSX.Element {
  const { api, texts } = useShop();
  const [hasFailed, setHasFailed] = useState(false);
  const open = (): void => {
    api['about:open-chromium-licences']().then(
      (isOpen) => setHasFailed(!isOpen),
      () => setHasFailed(true),
    );
  };
  return (
    <div className={styles['chromium']}>
      <Button onClick={open}>{texts.about.chromium}</Button>
      <span className={styles['soft']} role="status">
        {hasFailed ? texts.about.chromiumFailed : texts.about.chromiumNote}
      </span>
    </div>
  );
}
