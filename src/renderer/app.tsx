import { lazy, Suspense, useEffect, useMemo, type JSX } from 'react';
import type { AppInfo, MostradorApi, SettingsView } from '../shared/ipc-contract.ts';
import { moneyLocale } from '../shared/orders/money.ts';
import { textsFor, type Texts } from '../shared/texts/texts.ts';
import { AboutPage } from './about/about-page.tsx';
import { SafePage } from './components/failed-page.tsx';
import { FullMessage } from './components/full-message.tsx';
import { Counter } from './counter/counter.tsx';
import { DayPage } from './day/day-page.tsx';
import { DemoFrame } from './demo/demo-frame.tsx';
import { DeliveriesPage } from './deliveries/deliveries-page.tsx';
import { DiagnosticsPage } from './diagnostics/diagnostics-page.tsx';
import { useClock } from './clock.ts';
import { createLive, useLive } from './live.ts';
import { DayTestPage } from './setup/day-test/day-test-page.tsx';
import { RidersPage } from './riders/riders-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { ShopProvider, type Shop } from './shop-context.ts';
import type { ShowRequests } from './show-requests.ts';
import { createTimes } from './times.ts';

/** Loaded only when needed: a shop runs the setup once. */
const SetupPage = lazy(() => import('./setup/setup-page.tsx').then((page) => ({ default: page.SetupPage })));

/** Loaded only when needed: staff take the tour once. */
const TourPage = lazy(() => import('./tour/tour-page.tsx').then((page) => ({ default: page.TourPage })));

export const VIEWS = [
  'counter',
  'setup',
  'settings',
  'deliveries',
  'diagnostics',
  'day',
  'riders',
  'day-test',
  'about',
  'tour',
] as const;
export type View = (typeof VIEWS)[number];

/** Nobody stands before the riders' screen who would press a button. */
const RIDERS_RETRY_MS = 1_000;

type AppProps = {
  readonly api: MostradorApi;
  readonly view: View;
  readonly shows: ShowRequests;
};

/** Draws the view that the window was opened for. */
export function App(props: AppProps): JSX.Element {
  const { api, view } = props;
  return (
    <SafePage api={api} where={view} hasAlerts={view === 'counter'}>
      <AppView {...props} />
    </SafePage>
  );
}

function AppView({ api, view, shows }: AppProps): JSX.Element {
  const again = view === 'riders' ? { retryMs: RIDERS_RETRY_MS } : {};
  const info = useLive<AppInfo>(() =>
    createLive({ read: () => api['app:info'](), listen: () => () => undefined, ...again }),
  );
  const settings = useLive<SettingsView>(() =>
    createLive({
      read: () => api['settings:read'](),
      listen: (apply) => api.on('settings:changed', (next) => apply(() => next)),
      ...again,
    }),
  );
  const appInfo = info.state.phase === 'ready' ? info.state.value : null;
  const settingsView = settings.state.phase === 'ready' ? settings.state.value : null;
  const shop = useShopOf(api, appInfo, settingsView);

  useEffect(() => {
    if (shop === null) return;
    document.documentElement.lang = shop.language;
    const title = titleOf(view, shop.texts);
    const lead = shop.isDemo ? shop.texts.demo.toastLead : '';
    document.title = lead + (title === null ? 'Mostrador' : `${title} · Mostrador`);
  }, [shop, view]);

  if (shop === null) {
    // The shop's settings are not loaded yet: take the language from the page itself.
    const { orders } = textsFor(document.documentElement.lang === 'en' ? 'en' : 'es');
    if (info.state.phase !== 'failed' && settings.state.phase !== 'failed') {
      return <FullMessage title={orders.loading} isBusy />;
    }
    const retry = (): void => {
      void info.live.reload();
      void settings.live.reload();
    };
    return (
      <FullMessage
        title={orders.failedTitle}
        body={orders.failedBody}
        action={{ label: orders.retry, run: retry }}
        isError
      />
    );
  }
  const page = (
    <>
      {view === 'counter' && <Counter shows={shows} />}
      {view === 'setup' && (
        <Suspense fallback={<FullMessage title={shop.texts.orders.loading} isBusy />}>
          <SetupPage live={settings.live} />
        </Suspense>
      )}
      {view === 'settings' && <SettingsPage live={settings.live} />}
      {view === 'deliveries' && <DeliveriesPage />}
      {view === 'diagnostics' && <DiagnosticsPage />}
      {view === 'riders' && <RidersPage />}
      {view === 'day' && <DayPage />}
      {view === 'day-test' && <DayTestPage />}
      {view === 'about' && <AboutPage />}
      {view === 'tour' && (
        <Suspense fallback={<FullMessage title={shop.texts.orders.loading} isBusy />}>
          <TourPage />
        </Suspense>
      )}
    </>
  );
  return (
    <ShopProvider value={shop}>
      {shop.isDemo ? <DemoFrame isCounter={view === 'counter'}>{page}</DemoFrame> : page}
    </ShopProvider>
  );
}

function titleOf(view: View, texts: Texts): string | null {
  if (view === 'counter') return null;
  return view === 'day-test' ? texts.setup.test.title : texts[view].title;
}

function useShopOf(api: MostradorApi, info: AppInfo | null, view: SettingsView | null): Shop | null {
  const clock = useClock(api);
  return useMemo(() => {
    if (info === null || view === null) return null;
    const { language, shop } = view.settings;
    return {
      api,
      texts: textsFor(language),
      language,
      moneyLocale: moneyLocale(view.settings),
      times: createTimes({
        timeZone: shop.timeZone === '' ? info.timeZone : shop.timeZone,
        locale: language,
      }),
      clock,
      view,
      isDemo: info.demo,
      platform: info.platform,
    };
  }, [api, clock, info, view]);
}
