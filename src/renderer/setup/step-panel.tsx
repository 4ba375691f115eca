import { useEffect, useRef, type JSX, type ReactNode } from 'react';
import { SETUP_PAGES, type SetupPageId, type SetupStep } from '../../shared/setup.ts';
import type { TunnelStatus } from '../../shared/tunnel.ts';
import type { ErrorText } from '../../shared/texts/errors.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { useShop } from '../shop-context.ts';
import { tunnelWords } from '../tunnel-form/tunnel-state.tsx';
import { StepMark } from './step-mark.tsx';
import styles from './step-panel.module.css';
import { LINKS } from '../../shared/address.ts';
import { PageLink } from '../components/page-link.tsx';
import { PagePicture } from '../components/page-picture.tsx';

/**
 * One step. Use its id as the React key, so that each step starts fresh. The head shows its name, its state and since
 * when, and what to do next.
 */
export function StepPanel(props: {
  readonly id: SetupPageId;
  readonly step: SetupStep;
  readonly tunnel: TunnelStatus;
  /** Another value than null or the one before: the state at the head has to be seen now. */
  readonly show: unknown;
  readonly children: ReactNode;
}): JSX.Element {
  const { id, step, tunnel, show, children } = props;
  const { texts, times, clock } = useShop();
  const { setup } = texts;
  const { sentence, remedy } = stepWords(step, tunnel, texts);
  const title = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView();
  }, []);
  useEffect(() => {
    if (show !== null) panel.current?.scrollIntoView();
  }, [show]);
  return (
    <div ref={panel} className={styles['panel']}>
      <div className={styles['head']}>
        <p className={styles['count']}>{setup.stepOf(SETUP_PAGES.indexOf(id) + 1, SETUP_PAGES.length)}</p>
        <h1 ref={title} tabIndex={-1} className={styles['title']}>
          {setup.steps[id]}
        </h1>
      </div>
      <div className={styles['proof']} data-step={id} data-state={step.state} role="status">
        <StepMark state={step.state} number={null} />
        <div>
          <p className={styles['sentence']}>
            {sentence}
            {step.at !== null && step.state === 'proven' && (
              <span className={styles['time']}> {times.clockOrDay(step.at, clock.now())}</span>
            )}
          </p>
          {remedy !== '' && <p>{remedy}</p>}
        </div>
      </div>
      <div className={styles['body']}>{children}</div>
    </div>
  );
}

function stepWords({ reason, detail = null }: SetupStep, tunnel: TunnelStatus, texts: Texts): ErrorText {
  if (reason === 'address-failing' && tunnel.error !== null) return tunnelWords(tunnel, texts);
  if (reason === 'partner-proxy' || reason === 'partner-certificate') return texts.health[reason](detail);
  return texts.setup.reasons[reason];
}

/** Where in the portal things stand: the clicks, numbered as in the picture. */
export function PortalHelp({ place }: { readonly place: 'keys' | 'webhook' }): JSX.Element {
  const { setup } = useShop().texts;
  const { clicks, picture } = setup.portalPages[place];
  return (
    <section className={styles['clicks']} aria-label={setup.portal}>
      <h2 className={styles['noteTitle']}>{setup.portal}</h2>
      <PageLink href={LINKS.portal}>{setup.openPortal}</PageLink>
      <ol>
        {clicks.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <PagePicture {...picture} />
    </section>
  );
}
