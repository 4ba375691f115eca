import { useEffect, useRef, useState, type JSX } from 'react';
import { assertNever } from '../../shared/result.ts';
import { Button } from '../components/button.tsx';
import { Part } from '../components/boundary.tsx';
import frame from '../components/guided-page.module.css';
import { useShop } from '../shop-context.ts';
import { AlertPage } from './alert-page.tsx';
import { ColoursPage } from './colours-page.tsx';
import { LightPage } from './light-page.tsx';
import { SoundsPage } from './sounds-page.tsx';
import styles from './tour-page.module.css';
import { neighbour, TOUR_PAGES, type TourPageId, pageForKey } from './tour-pages.ts';
import { TourRail } from './tour-rail.tsx';
import { TrayPage } from './tray-page.tsx';
import { useOpenWindow } from './use-open-window.ts';

/** The left and right arrow keys turn the pages, wherever the focus is. */
function useTourKeys(page: TourPageId, show: (page: TourPageId) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      const next = pageForKey({ key: event.key, hasModifier }, page);
      if (next === null) return;
      event.preventDefault();
      show(next);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [page, show]);
}

/** The tour: what staff should know before their first order. */
export function TourPage(): JSX.Element {
  const { texts } = useShop();
  const { tour } = texts;
  const [page, setPage] = useState<TourPageId>('sounds');
  const counter = useOpenWindow('window:open-counter');
  useTourKeys(page, setPage);
  const before = neighbour(page, -1);
  const after = neighbour(page, 1);
  const finish = async (): Promise<void> => {
    if (await counter.open()) window.close();
  };
  return (
    <div className={`${frame['page']} ${styles['page']}`}>
      <header className={frame['top']}>
        <p>{tour.title}</p>
        <p className={frame['soft']}>{tour.intro}</p>
      </header>
      <div className={frame['middle']}>
        <TourRail page={page} onPage={setPage} />
        <main className={`${frame['scroll']} ${styles['scroll']}`}>
          <Part where={`tour, ${page}`} of={page}>
            <Sheet key={page} page={page} />
          </Part>
        </main>
      </div>
      <footer className={styles['bar']}>
        <p className={styles['failed']} role="status">
          {counter.hasFailed && tour.openFailed}
        </p>
        <div className={styles['buttons']}>
          {before !== null && <Button onClick={() => setPage(before)}>{tour.back}</Button>}
          <Button kind="primary" onClick={() => (after === null ? void finish() : setPage(after))}>
            {after === null ? tour.finish : tour.next}
          </Button>
        </div>
      </footer>
    </div>
  );
}

/** One page. Use its id as the React key, so that each page starts at its top and its title is read out. */
function Sheet({ page }: { readonly page: TourPageId }): JSX.Element {
  const { tour } = useShop().texts;
  const title = useRef<HTMLHeadingElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    sheet.current?.scrollIntoView();
  }, []);
  return (
    <div ref={sheet} className={styles['sheet']}>
      <header>
        <p className={frame['soft']}>{tour.pageOf(TOUR_PAGES.indexOf(page) + 1, TOUR_PAGES.length)}</p>
        <h1 ref={title} tabIndex={-1} className={styles['title']}>
          {tour.pages[page]}
        </h1>
      </header>
      <Body page={page} />
    </div>
  );
}

function Body({ page }: { readonly page: TourPageId }): JSX.Element {
  switch (page) {
    case 'sounds':
      return <SoundsPage />;
    case 'colours':
      return <ColoursPage />;
    case 'alert':
      return <AlertPage />;
    case 'tray':
      return <TrayPage />;
    case 'light':
      return <LightPage />;
    default:
      return assertNever(page);
  }
}
