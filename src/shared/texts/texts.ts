import type { Language } from '../settings/settings.ts';
import { aboutTextsEn, aboutTextsEs } from './about.ts';
import { alertTextsEn, alertTextsEs } from './orders/alerts.ts';
import { cardTextsEn, cardTextsEs } from './orders/card.ts';
import { computerTextsEn, computerTextsEs } from './health/computer.ts';
import { connectionTextsEn, connectionTextsEs } from './health/connection.ts';
import { dayTextsEn, dayTextsEs } from './orders/day.ts';
import { demoTextsEn, demoTextsEs } from './demo.ts';
import { deliveryTextsEn, deliveryTextsEs } from './deliveries.ts';
import { diagnosticsTextsEn, diagnosticsTextsEs } from './diagnostics.ts';
import { errorTextsEn, errorTextsEs, pageTextsEn, pageTextsEs } from './errors.ts';
import { handsTextsEn, handsTextsEs } from './hands.ts';
import { healthTextsEn, healthTextsEs } from './health/health.ts';
import { networkTextsEn, networkTextsEs } from './health/network.ts';
import { orderDetailTextsEn, orderDetailTextsEs } from './orders/order-detail.ts';
import { orderTextsEn, orderTextsEs } from './orders/orders.ts';
import { outgoingTextsEn, outgoingTextsEs } from './outgoing.ts';
import { outletTextsEn, outletTextsEs } from './outlet.ts';
import { paperTextsEn, paperTextsEs } from './orders/paper.ts';
import { preferenceTextsEn, preferenceTextsEs } from './preferences.ts';
import { proofTextsEn, proofTextsEs } from './health/proof.ts';
import { remedyTextsEn, remedyTextsEs } from './health/remedies.ts';
import { ridersTextsEn, ridersTextsEs } from './riders.ts';
import { settingsTextsEn, settingsTextsEs } from './settings.ts';
import { setupTextsEn, setupTextsEs } from './setup/setup.ts';
import { soundTextsEn, soundTextsEs } from './sound.ts';
import { tourTextsEn, tourTextsEs } from './tour/tour.ts';
import { spokenTextsEn, spokenTextsEs } from './spoken.ts';
import { startTextsEn, startTextsEs } from './start.ts';
import { trayTextsEn, trayTextsEs } from './tray.ts';
import { tunnelTextsEn, tunnelTextsEs } from './tunnel/tunnel.ts';
import { tunnelFormTextsEn, tunnelFormTextsEs } from './tunnel/tunnel-form.ts';
import { unclaimedTextsEn, unclaimedTextsEs } from './orders/unclaimed.ts';
import { whyTextsEn, whyTextsEs } from './orders/why.ts';

const es = {
  locale: 'es',
  about: aboutTextsEs,
  alerts: alertTextsEs,
  card: cardTextsEs,
  day: dayTextsEs,
  deliveries: deliveryTextsEs,
  diagnostics: diagnosticsTextsEs,
  computer: computerTextsEs,
  connection: connectionTextsEs,
  demo: demoTextsEs,
  errors: errorTextsEs,
  hands: handsTextsEs,
  health: healthTextsEs,
  network: networkTextsEs,
  orders: orderTextsEs,
  orderDetail: orderDetailTextsEs,
  outgoing: outgoingTextsEs,
  outlet: outletTextsEs,
  page: pageTextsEs,
  paper: paperTextsEs,
  preferences: preferenceTextsEs,
  proof: proofTextsEs,
  remedies: remedyTextsEs,
  riders: ridersTextsEs,
  settings: settingsTextsEs,
  setup: setupTextsEs,
  sound: soundTextsEs,
  spoken: spokenTextsEs,
  start: startTextsEs,
  tour: tourTextsEs,
  tray: trayTextsEs,
  tunnel: tunnelTextsEs,
  tunnelForm: tunnelFormTextsEs,
  unclaimed: unclaimedTextsEs,
  why: whyTextsEs,
};
export type Texts = typeof es;

const en: Texts = {
  locale: 'en',
  about: aboutTextsEn,
  alerts: alertTextsEn,
  card: cardTextsEn,
  day: dayTextsEn,
  deliveries: deliveryTextsEn,
  diagnostics: diagnosticsTextsEn,
  computer: computerTextsEn,
  connection: connectionTextsEn,
  demo: demoTextsEn,
  errors: errorTextsEn,
  hands: handsTextsEn,
  health: healthTextsEn,
  network: networkTextsEn,
  orders: orderTextsEn,
  orderDetail: orderDetailTextsEn,
  outgoing: outgoingTextsEn,
  outlet: outletTextsEn,
  page: pageTextsEn,
  paper: paperTextsEn,
  preferences: preferenceTextsEn,
  proof: proofTextsEn,
  remedies: remedyTextsEn,
  riders: ridersTextsEn,
  settings: settingsTextsEn,
  setup: setupTextsEn,
  sound: soundTextsEn,
  spoken: spokenTextsEn,
  start: startTextsEn,
  tour: tourTextsEn,
  tray: trayTextsEn,
  tunnel: tunnelTextsEn,
  tunnelForm: tunnelFormTextsEn,
  unclaimed: unclaimedTextsEn,
  why: whyTextsEn,
};

/** Every sentence shown to people, in their language. */
export function textsFor(language: Language): Texts {
  return language === 'en' ? en : es;
}
