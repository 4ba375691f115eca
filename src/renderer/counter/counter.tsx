import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type JSX } from 'react';
import { orderTab } from '../../shared/order.ts';
import { FullMessage } from '../components/full-message.tsx';
import { useShop } from '../shop-context.ts';
import type { ShowRequests } from '../show-requests.ts';
import { AlertStrip } from './alert-strip.tsx';
import { checkCode } from './code-check.ts';
import { CodeVerdict } from './code-verdict.tsx';
import { CounterHeader } from './counter-header.tsx';
import { CounterToolbar } from './counter-toolbar.tsx';
import styles from './counter.module.css';
import { KeyMap } from './key-map.tsx';
import { HealthBanner } from './health-banner.tsx';
import { Notices } from './notices.tsx';
import { MuteBanner } from './mute-banner.tsx';
import { moveIndex, type KeyAction } from './keys.ts';
import { listOrders } from './list-model.ts';
import { LiveRegions } from './live-regions.tsx';
import { OrderDetailPanel } from './order-detail.tsx';
import { OrderGrid, type OrderGridHandle } from './order-grid.tsx';
import { PANEL_ID, tabId } from './order-tabs.tsx';
import { handOverOffer } from './row-model.ts';
import { readTab, rememberTab } from './remembered-tab.ts';
import { TourOfferStrip } from './tour-offer.tsx';
import { useAnnouncer } from './use-announcer.ts';
import { useCounterData } from './use-counter-data.ts';
import { useHandOver } from './use-hand-over.ts';
import { useKeys } from './use-keys.ts';
import { useMute } from './use-mute.ts';
import { useRefresh } from './use-refresh.ts';
import { useTourOffer } from './use-tour-offer.ts';
import { reduceView, scopeOf, startView } from './view-state.ts';

/** The window that staff look at all day. */
export function Counter({ shows }: { readonly shows: ShowRequests }): JSX.Element {
  const { api, texts, view: settingsView } = useShop();
  const announcer = useAnnouncer();
  const data = useCounterData(announcer.say);
  const refresh = useRefresh();
  const handOver = useHandOver(data.book, announcer.say);
  const mute = useMute(announcer.say);
  const [view, dispatch] = useReducer(reduceView, null, () => startView(readTab(localStorage)));
  const [areKeysShown, setKeysShown] = useState(false);
  const [openedByKey, setOpenedByKey] = useState(false);
  const grid = useRef<OrderGridHandle>(null);
  const search = useRef<HTMLInputElement>(null);

  const { book, alerts } = data;
  const scope = scopeOf(view);
  const list = useMemo(
    () => listOrders({ book, alerts, scope, query: view.query }),
    [book, alerts, scope, view.query],
  );
  const isSearching = view.query.trim() !== '';
  const isReady = data.phase === 'ready';
  const found = list.counts.all.orders;
  const check = useMemo(
    () => (isReady && isSearching ? checkCode(view.query, book, found) : null),
    [isReady, isSearching, view.query, book, found],
  );
  const chosenId = view.activeId ?? (isSearching ? (list.orders[0]?.id ?? null) : null);
  const activeIndex = list.orders.findIndex((order) => order.id === chosenId);
  const activeId = activeIndex < 0 ? null : chosenId;

  useEffect(() => rememberTab(localStorage, view.tab), [view.tab]);

  useEffect(() => {
    if (!isReady) return undefined;
    return shows.listen((orderId) => {
      const order = book.get(orderId);
      setOpenedByKey(false);
      dispatch({ kind: 'show', id: orderId, tab: order === undefined ? null : orderTab(order) });
    });
  }, [shows, isReady, book]);

  const open = useCallback((id: string, isByKey = false) => {
    setOpenedByKey(isByKey);
    dispatch({ kind: 'open', id });
  }, []);
  const openByClick = useCallback((id: string) => open(id), [open]);
  const close = useCallback(() => {
    dispatch({ kind: 'close' });
    grid.current?.focus();
  }, []);
  const openSettings = useCallback(() => {
    void api['window:open-settings']().catch(() => announcer.say(texts.orders.failedTitle, true));
  }, [api, announcer, texts]);

  const openDeliveries = useCallback(() => {
    void api['window:open-deliveries']().catch(() => announcer.say(texts.deliveries.failedTitle, true));
  }, [api, announcer, texts]);

  const tour = useTourOffer({
    isReady,
    hasAlerts: data.openAlerts.length > 0,
    onFailed: () => announcer.say(texts.tour.openFailed, true),
  });

  /** The next rider's code, typed or scanned with the last one still there. */
  const startsAnew = (text: string): boolean =>
    check !== null &&
    check.verdict !== 'none' &&
    listOrders({ book, alerts, scope: 'all', query: view.query + text }).orders.length === 0;

  const act = (action: KeyAction): void => {
    switch (action.kind) {
      case 'move': {
        if (list.orders.length === 0) return;
        const page = grid.current?.pageSize() ?? 1;
        const from = activeIndex < 0 && action.move === 'down' ? -1 : Math.max(activeIndex, 0);
        const next = list.orders[moveIndex(action.move, from, list.orders.length, page)];
        if (next !== undefined) dispatch({ kind: 'active', id: next.id });
        setOpenedByKey(false);
        if (document.activeElement !== search.current) grid.current?.focus();
        return;
      }
      case 'type':
        if (!startsAnew(action.text)) dispatch(action);
        else {
          // What is open is the last rider's.
          dispatch({ kind: 'close' });
          dispatch({ kind: 'query', query: action.text });
        }
        return;
      case 'erase':
        dispatch({ kind: 'erase' });
        return;
      case 'open':
        if (activeId !== null) open(activeId, true);
        return;
      case 'seen': {
        const alert = activeId === null ? undefined : alerts.get(activeId);
        if (alert !== undefined) data.acknowledge([alert.id]);
        return;
      }
      case 'hand-over': {
        // Of several that a search found, the first one is not chosen: its bag may be another one.
        const isChosen = view.activeId !== null || list.orders.length === 1;
        const judged = check?.verdict === 'give' ? check.order.id : null;
        const id = isChosen ? activeId : judged;
        const order = id === null ? undefined : book.get(id);
        if (order !== undefined && handOverOffer(order) === 'mark') handOver.mark(order);
        return;
      }
      case 'undo':
        handOver.undo();
        return;
      case 'refresh':
        refresh.run();
        return;
      case 'focus-search':
        search.current?.focus();
        search.current?.select();
        return;
      case 'help':
        setKeysShown(true);
        return;
      case 'escape':
        if (view.openId !== null) close();
        else dispatch({ kind: 'query', query: '' });
        return;
    }
  };
  useKeys(act);

  return (
    <>
      <CounterHeader
        health={data.health}
        refresh={refresh}
        mute={mute}
        onDeliveries={openDeliveries}
        onSettings={openSettings}
        onKeys={() => setKeysShown(true)}
      />
      <HealthBanner health={data.health} alerts={data.openAlerts} />
      <MuteBanner mute={mute} />
      <AlertStrip alerts={data.openAlerts} onOpen={openByClick} onSeen={data.acknowledge} />
      <CounterToolbar
        view={view}
        scope={scope}
        counts={list.counts}
        openAlerts={data.openAlerts}
        search={search}
        dispatch={dispatch}
        onSeen={data.acknowledge}
      />
      {check !== null && <CodeVerdict check={check} />}
      <main className={styles['main']}>
        <div className={styles['panel']} role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(scope)}>
          {data.phase === 'loading' && <FullMessage title={texts.orders.loading} isBusy />}
          {data.phase === 'failed' && (
            <FullMessage
              title={texts.orders.failedTitle}
              body={texts.orders.failedBody}
              action={{ label: texts.orders.retry, run: data.reload }}
              isError
            />
          )}
          {isReady && !settingsView.configured && book.size === 0 ? (
            <FullMessage
              title={texts.orders.setupTitle}
              body={texts.orders.setupBody}
              action={{ label: texts.orders.openSettings, run: openSettings }}
            />
          ) : (
            isReady &&
            list.orders.length === 0 &&
            check?.verdict !== 'none' && <FullMessage {...texts.orders.empty[scope]} />
          )}
          {isReady && list.orders.length > 0 && (
            <OrderGrid
              key={isSearching ? 'search' : scope}
              handle={grid}
              orders={list.orders}
              alerts={alerts}
              activeId={activeId}
              activeIndex={activeIndex}
              openId={view.openId}
              onOpen={openByClick}
              onSeen={data.acknowledge}
              onHandOver={handOver.mark}
            />
          )}
        </div>
        {view.openId !== null && (
          <OrderDetailPanel
            orderId={view.openId}
            summary={book.get(view.openId) ?? null}
            alert={alerts.get(view.openId) ?? null}
            takesFocus={openedByKey}
            onClose={close}
            onSeen={data.acknowledge}
            handOver={handOver}
          />
        )}
      </main>
      <Notices refresh={refresh} handOver={handOver} openId={view.openId} />
      <TourOfferStrip offer={tour} />
      {areKeysShown && <KeyMap onClose={() => setKeysShown(false)} onTour={tour.take} />}
      <LiveRegions announcer={announcer} />
    </>
  );
}
