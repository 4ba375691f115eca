import { useEffect, useRef, useSyncExternalStore, useLayoutEffect, type JSX, type RefObject } from 'react';
import type { OrderSummary } from '../../shared/orders/order.ts';
import { FullMessage } from '../components/full-message.tsx';
import { createLive, useLive } from '../live.ts';
import { useShop } from '../shop-context.ts';
import { ridersLists, type RidersEntry } from './riders-model.ts';
import styles from './riders-page.module.css';

const MAX_WAITING = 24;
const MAX_CANCELLED = 8;
const MINUTE_MS = 60_000;
const RETRY_MS = 1_000;

/** The second screen: codes in large type for riders, and nothing of a customer. */
export function RidersPage(): JSX.Element {
  const { api, texts, view, clock } = useShop();
  const words = texts.riders;
  const minute = useSyncExternalStore(clock.subscribe, () => Math.floor(clock.now() / MINUTE_MS));
  const { state } = useLive<readonly OrderSummary[]>(() =>
    createLive({
      read: () => api['orders:list'](),
      listen: (apply) => {
        const stops = [
          api.on('orders:changed', (changed) => apply((before) => withChanged(before, changed))),
          api.on('orders:replaced', (all) => apply(() => all)),
        ];
        return () => {
          for (const stop of stops) stop();
        };
      },
      retryMs: RETRY_MS,
    }),
  );
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') void api['riders:leave']().catch(() => undefined);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [api]);

  if (state.phase !== 'ready') return <FullMessage title={texts.orders.loading} isBusy />;
  const { waiting, cancelled } = ridersLists(state.value, view.settings.riders.digits, minute * MINUTE_MS);
  return (
    <main className={styles['page']}>
      <h1 className="hidden-text">{words.title}</h1>
      <List
        title={words.waiting}
        none={words.noneWaiting}
        kind="waiting"
        entries={waiting}
        max={MAX_WAITING}
      />
      <List
        title={words.cancelled}
        none={words.noneCancelled}
        kind="cancelled"
        entries={cancelled}
        max={MAX_CANCELLED}
      />
      <p className={styles['leave']}>{words.leave}</p>
    </main>
  );
}

function List(props: {
  readonly title: string;
  readonly none: string;
  readonly kind: 'waiting' | 'cancelled';
  readonly entries: readonly RidersEntry[];
  readonly max: number;
}): JSX.Element {
  const { title, none, kind, entries, max } = props;
  const { texts } = useShop();
  const more = entries.length - max;
  const list = useRef<HTMLElement>(null);
  useFit(list);
  return (
    <section ref={list} className={styles['list']} data-kind={kind} aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      {entries.length === 0 && <p className={styles['none']}>{none}</p>}
      <ul className={styles['codes']}>
        {entries.slice(0, max).map(({ id, code }) => (
          <li key={id} className={styles['code']}>
            {code}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles['none']}>{texts.riders.more(more)}</p>}
    </section>
  );
}

function withChanged(
  before: readonly OrderSummary[],
  changed: readonly OrderSummary[],
): readonly OrderSummary[] {
  const ids = new Set(changed.map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id)), ...changed];
}

const SIZES = [1, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3];

/** Sets `--fit` of a part of the page, after each change, to the largest size of 1 at most at which all is inside. */
function useFit(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = part.current;
    if (element === null) return undefined;
    const fit = (): void => {
      for (const size of SIZES) {
        element.style.setProperty('--fit', String(size));
        if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth)
          return;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  });
}
