import type { AlertKind } from '../../orders/alert.ts';
import type { GapDigest } from '../../orders/card.ts';
import { alertTextsEn, alertTextsEs } from './alerts.ts';
import { duration } from '../duration.ts';
import { connectionTextsEn, connectionTextsEs } from '../health/connection.ts';
import { orderTextsEn, orderTextsEs } from './orders.ts';
import { unclaimedTextsEn, unclaimedTextsEs } from './unclaimed.ts';

const labelEs: Readonly<Record<AlertKind, string>> = {
  ready: 'Listo para retirar',
  cancelled: 'No entregar',
  'cancelled-after-handover': 'Cancelado después de entregar',
  connection: 'Sin conexión',
  unclear: 'Mirar este pedido',
};
const labelEn: Readonly<Record<AlertKind, string>> = {
  ready: 'Ready for pickup',
  cancelled: 'Do not hand over',
  'cancelled-after-handover': 'Cancelled after hand-over',
  connection: 'No connection',
  unclear: 'Look at this order',
};

export const cardTextsEs = {
  lang: 'es',
  title: (count: number) => (count === 1 ? '1 aviso sin ver' : `${String(count)} avisos sin ver`),
  nothing: 'Todo visto',
  seen: 'Visto',
  seenOrder: orderTextsEs.seenOrder,
  seenAll: (count: number) => `Marcar los ${String(count)} como vistos`,
  more: (count: number) => `y ${String(count)} más`,
  openCounter: 'Abrir Mostrador',
  view: 'Ver',
  viewOrder: (code: string) => `Ver pedido ${code}`,
  handedOver: 'Entregado',
  handedOverOrder: orderTextsEs.handOver.markOrder,
  undo: 'Deshacer',
  label: labelEs,
  reason: alertTextsEs.reason,
  unclaimed: (minutes: number) => unclaimedTextsEs.since(`hace ${duration(minutes)}`),
  unclaimedTitle: (count: number) =>
    count === 1 ? '1 pedido sin retirar' : `${String(count)} pedidos sin retirar`,
  silence: 'Silenciar',
  silenceOrder: unclaimedTextsEs.silence,
  collect: orderTextsEs.collect,
  outage: connectionTextsEs,
  since: (minutes: number) => (minutes < 1 ? 'recién' : `hace ${duration(minutes)}`),
  muted: (minutes: number) => `Silencio por ${String(minutes)} min más. Las cancelaciones suenan igual.`,
  seenMany: (count: number) => (count === 1 ? '1 aviso visto' : `${String(count)} avisos vistos`),
  undone: {
    seen: (codes: string) => `Visto ${codes}`,
    'handed-over': (codes: string) => `Entregado ${codes}`,
  },
  digest: ({ minutes, ready, cancelled }: GapDigest) =>
    `Desconectado ${duration(minutes)}: ${[
      ready === 1 ? '1 listo' : `${String(ready)} listos`,
      cancelled === 1 ? '1 cancelado' : `${String(cancelled)} cancelados`,
    ].join(', ')}`,
};

export const cardTextsEn: typeof cardTextsEs = {
  lang: 'en',
  title: (count) => (count === 1 ? '1 unseen alert' : `${String(count)} unseen alerts`),
  nothing: 'All seen',
  seen: 'Seen',
  seenOrder: orderTextsEn.seenOrder,
  seenAll: (count) => `Mark all ${String(count)} as seen`,
  more: (count) => `and ${String(count)} more`,
  openCounter: 'Open Mostrador',
  view: 'View',
  viewOrder: (code) => `View order ${code}`,
  handedOver: 'Handed over',
  handedOverOrder: orderTextsEn.handOver.markOrder,
  undo: 'Undo',
  label: labelEn,
  reason: alertTextsEn.reason,
  unclaimed: (minutes) => unclaimedTextsEn.since(`${duration(minutes)} ago`),
  unclaimedTitle: (count) =>
    count === 1 ? '1 order not picked up' : `${String(count)} orders not picked up`,
  silence: 'Silence',
  silenceOrder: unclaimedTextsEn.silence,
  collect: orderTextsEn.collect,
  outage: connectionTextsEn,
  since: (minutes) => (minutes < 1 ? 'just now' : `${duration(minutes)} ago`),
  muted: (minutes) => `Muted for ${String(minutes)} more min. Cancellations still ring.`,
  seenMany: (count) => (count === 1 ? '1 alert seen' : `${String(count)} alerts seen`),
  undone: {
    seen: (codes) => `Seen ${codes}`,
    'handed-over': (codes) => `Handed over ${codes}`,
  },
  digest: ({ minutes, ready, cancelled }) =>
    `Offline for ${duration(minutes)}: ${String(ready)} ready, ${String(cancelled)} cancelled`,
};
