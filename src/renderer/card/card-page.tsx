import { useEffect, useState, type JSX } from 'react';
import type { CardState } from '../../shared/orders/card.ts';
import type { AppInfo, MostradorApi } from '../../shared/ipc-contract.ts';
import { textsFor } from '../../shared/texts/texts.ts';
import { useClock } from '../clock.ts';
import { SafePage } from '../components/failed-page.tsx';
import { createLive, useLive } from '../live.ts';
import { Card } from './card.tsx';
import { Pill } from './pill.tsx';

const RETRY_MS = 1_000;

/** The always-on-top card: the unseen alerts, and the buttons that mark them as seen. */
export function CardPage({ api }: { readonly api: MostradorApi }): JSX.Element {
  return (
    <SafePage api={api} where="card" hasAlerts>
      <CardView api={api} />
    </SafePage>
  );
}

function CardView({ api }: { readonly api: MostradorApi }): JSX.Element | null {
  const clock = useClock(api);
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(() => clock.subscribe(() => setNowMs(clock.now())), [clock]);
  const info = useLive<AppInfo>(() =>
    createLive({ read: () => api['app:info'](), listen: () => () => undefined, retryMs: RETRY_MS }),
  );
  const card = useLive<CardState>(() =>
    createLive({
      read: () => api['card:read'](),
      listen: (apply) => api.on('card:changed', (next) => apply(() => next)),
      retryMs: RETRY_MS,
    }),
  );
  if (info.state.phase !== 'ready' || card.state.phase !== 'ready') return null;
  const { language, demo } = info.state.value;
  const texts = textsFor(language);
  const watermark = demo ? texts.demo.watermark : null;
  const shown = { api, state: card.state.value, texts: texts.card, watermark };
  return shown.state.pill === true ? <Pill {...shown} /> : <Card {...shown} nowMs={nowMs} />;
}
