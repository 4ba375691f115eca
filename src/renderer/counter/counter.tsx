import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type JSX } from 'react';
import { flushSync } from 'react-dom';
import { Part } from '../components/boundary.tsx';
import { useShop } from '../shop-context.ts';
import type { ShowRequests } from '../show-requests.ts';
import { AlertStrip } from './notices/alert-strip.tsx';
import { LiveRegions, useAnnouncer } from './notices/announcer.tsx';
import { CodeVerdict } from './code/code-verdict.tsx';
import { isWholePanel, ordersOf } from './code/code-check.ts';
import { CounterHeader } from './header/counter-header.tsx';
import { CounterToolbar } from './header/counter-toolbar.tsx';
import styles from './counter.module.css';
import { KeyMap } from './keys/key-map.tsx';
import { HealthBanner } from './notices/health-banner.tsx';
import { Notices } from './notices/notices.tsx';
import { MuteBanner } from './notices/mute-banner.tsx';
import { tabIn } from './list/order-book.ts';
import { ListMessage } from './list/list-message.tsx';
import { listOrders } from './list/list-model.ts';
import { mayBeProduct, useProductSearch } from './list/use-product-search.ts';
import { OrderDetailPanel } from './detail/order-detail.tsx';
import { OrderGrid, type OrderGridHandle } from './list/order-grid.tsx';
import { PANEL_ID, readTab, rememberTab, tabId } from './header/order-tabs.tsx';
import { StaffBar } from './staff/staff-bar.tsx';
import { TourOfferStrip, useTourOffer } from './notices/tour-offer.tsx';
import { useCounterData } from './use-counter-data.ts';
import { useHandOver } from './detail/use-hand-over.ts';
import { useCodeCheck } from './code/use-code-check.ts';
import { useCounterKeys } from './keys/use-counter-keys.ts';
import { useMute } from './header/use-mute.ts';
import { useRefresh } from './header/use-refresh.ts';
import { reduceView, scopeOf, startView } from './view-state.ts';

/** The main window: staff look at it all day. */
export function Counter({ shows }: { readonly shows: ShowRequests }): JSX.Element {
  const { api, texts } = useShop();
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
  const isReady = data.phase === 'ready';
  const answer = useCodeCheck({ view, dispatch, book, isReady, ask: refresh.ask });
  const products = useProductSearch(view.query, isReady && mayBeProduct(view.query, answer.judged));
  const list = useMemo(
    () => listOrders({ book, alerts, scope, query: view.query, products: products.ids }),
    [book, alerts, scope, view.query, products.ids],
  );
  const isSearching = view.query.trim() !== '';
  const check = answer.shown;
  const judgedIds = check === null ? [] : ordersOf(check).map(({ id }) => id);
  const otherHits = list.orders.filter(({ id }) => !judgedIds.includes(id)).length;
  const isWhole = check !== null && isWholePanel(check, view, otherHits);
  const isOpen = view.openId !== null && !isWhole;
  const activeIndex = list.orders.findIndex((order) => order.id === view.activeId);
  const activeId = activeIndex < 0 ? null : view.activeId;

  useEffect(() => rememberTab(localStorage, view.tab), [view.tab]);

  useEffect(() => {
    if (!isReady) return undefined;
    return shows.listen((orderId) => {
      setOpenedByKey(false);
      dispatch({ kind: 'show', id: orderId, tab: tabIn(book, orderId) });
    });
  }, [shows, isReady, book]);

  const open = useCallback((id: string, isByKey = false) => {
    setOpenedByKey(isByKey);
    dispatch({ kind: 'open', id });
  }, []);
  const openByClick = useCallback((id: string) => open(id), [open]);
  const close = useCallback(() => {
    // The list, which takes the focus, may come back only now.
    flushSync(() => dispatch({ kind: 'close' }));
    grid.current?.focus();
  }, []);
  const openWindow = (view: 'settings' | 'deliveries' | 'day'): void => {
    void api[`window:open-${view}`]().catch(() => announcer.say(texts.deliveries.openFailed, true));
  };
  const openSettings = (): void => openWindow('settings');

  const tour = useTourOffer({
    isReady,
    hasAlerts: data.openAlerts.length > 0,
    onFailed: () => announcer.say(texts.tour.openFailed, true),
  });

  useCounterKeys({
    view,
    dispatch,
    data,
    list,
    activeId,
    activeIndex,
    judged: answer.judged,
    handOver,
    grid,
    search,
    onOpen: (id) => open(id, true),
    onClose: close,
    onMoved: () => setOpenedByKey(false),
    onRefresh: refresh.run,
    onHelp: () => setKeysShown(true),
    hearMain: () => api['app:info'](),
  });

  return (
    <div
      className={styles['counter']}
      data-whole={isWhole ? 'true' : undefined}
      data-open={isOpen ? 'true' : undefined}
    >
      <div className={styles['top']}>
        <Part where="counter, header">
          <CounterHeader
            health={data.health}
            alerts={data.openAlerts}
            refresh={refresh}
            mute={mute}
            onDeliveries={() => openWindow('deliveries')}
            onDay={() => openWindow('day')}
            onSettings={openSettings}
            onKeys={() => setKeysShown(true)}
          />
          <StaffBar say={announcer.say} />
          <HealthBanner health={data.health} alerts={data.openAlerts} isBrief={isWhole} />
          <MuteBanner mute={mute} isBrief={isWhole} />
        </Part>
        <AlertStrip
          alerts={data.openAlerts}
          health={data.health}
          isBrief={isWhole}
          onOpen={openByClick}
          onSeen={data.acknowledge}
          onMore={() => {
            dispatch({ kind: 'close' });
            dispatch({ kind: 'query', query: '' });
            dispatch({ kind: 'scope', scope: 'cancelled' });
          }}
        />
        <CounterToolbar
          view={view}
          scope={scope}
          counts={list.counts}
          openAlerts={data.openAlerts}
          search={search}
          isCountTold={check === null && (products.isOver || list.orders.length > 0)}
          dispatch={dispatch}
          onSeen={data.acknowledge}
        />
      </div>
      <main className={styles['main']}>
        {check !== null && (
          <CodeVerdict
            check={check}
            asking={answer.asking}
            isWhole={isWhole}
            otherHits={otherHits}
            openId={view.openId}
            takesFocus={openedByKey}
            alert={'order' in check ? (alerts.get(check.order.id) ?? null) : null}
            handOver={handOver}
            onSeen={data.acknowledge}
            onPick={(id) => dispatch({ kind: 'pick', id })}
            onShow={(id) => dispatch({ kind: 'show', id, tab: tabIn(book, id) })}
            onList={() => dispatch({ kind: 'list' })}
            onBack={() => {
              close();
              dispatch({ kind: 'query', query: '' });
            }}
          />
        )}
        <div className={styles['columns']} hidden={isWhole}>
          <div className={styles['panel']} role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(scope)}>
            {list.orders.length === 0 && (!isReady || check === null) && (
              <ListMessage
                data={data}
                scope={scope}
                query={isSearching && answer.judged === null ? view.query.trim() : null}
                isSearchOver={products.isOver}
                onSettings={openSettings}
              />
            )}
            {!isWhole && list.orders.length > 0 && (
              <OrderGrid
                key={isSearching ? 'search' : scope}
                handle={grid}
                orders={list.orders}
                alerts={alerts}
                activeId={activeId}
                activeIndex={activeIndex}
                matches={list.matches}
                openId={view.openId}
                isTable={scope === 'done' && !isSearching}
                onOpen={openByClick}
                onSeen={data.acknowledge}
                onHandOver={handOver.mark}
              />
            )}
          </div>
          {isOpen && view.openId !== null && (
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
        </div>
        <Part where="counter, notices">
          <Notices
            refresh={refresh}
            handOver={handOver}
            shownIds={[view.openId, check?.verdict === 'handed-over' ? check.order.id : null]}
          />
        </Part>
      </main>
      <Part where="counter, tour offer">
        <TourOfferStrip offer={tour} />
      </Part>
      {areKeysShown && <KeyMap onClose={() => setKeysShown(false)} onTour={tour.take} />}
      <LiveRegions announcer={announcer} />
    </div>
  );
}
