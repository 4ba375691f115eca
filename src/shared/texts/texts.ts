import type { Language } from '../settings.ts';
import { aboutTextsEn, aboutTextsEs } from './about.ts';
import { alertTextsEn, alertTextsEs } from './alerts.ts';
import { cardTextsEn, cardTextsEs } from './card.ts';
import { computerTextsEn, computerTextsEs } from './computer.ts';
import { connectionTextsEn, connectionTextsEs } from './connection.ts';
import { dayTextsEn, dayTextsEs } from './day.ts';
import { demoTextsEn, demoTextsEs } from './demo.ts';
import { deliveryTextsEn, deliveryTextsEs } from './deliveries.ts';
import { diagnosticsTextsEn, diagnosticsTextsEs } from './diagnostics.ts';
import { errorTextsEn, errorTextsEs, pageTextsEn, pageTextsEs } from './errors.ts';
import { healthTextsEn, healthTextsEs } from './health.ts';
import { networkTextsEn, networkTextsEs } from './network.ts';
import { orderDetailTextsEn, orderDetailTextsEs } from './order-detail.ts';
import { orderTextsEn, orderTextsEs } from './orders.ts';
import { outgoingTextsEn, outgoingTextsEs } from './outgoing.ts';
import { paperTextsEn, paperTextsEs } from './paper.ts';
import { preferenceTextsEn, preferenceTextsEs } from './preferences.ts';
import { proofTextsEn, proofTextsEs } from './proof.ts';
import { remedyTextsEn, remedyTextsEs } from './remedies.ts';
import { ridersTextsEn, ridersTextsEs } from './riders.ts';
import { settingsTextsEn, settingsTextsEs } from './settings.ts';
import { setupTextsEn, setupTextsEs } from './setup.ts';
import { soundTextsEn, soundTextsEs } from './sound.ts';
import { tourTextsEn, tourTextsEs } from './tour.ts';
import { startTextsEn, startTextsEs } from './start.ts';
import { trayTextsEn, trayTextsEs } from './tray.ts';
import { tunnelTextsEn, tunnelTextsEs } from './tunnel.ts';
import { tunnelFormTextsEn, tunnelFormTextsEs } from './tunnel-form.ts';
import { unclaimedTextsEn, unclaimedTextsEs } from './unclaimed.ts';
import { whyTextsEn, whyTextsEs } from './why.ts';

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
  health: healthTextsEs,
  network: networkTextsEs,
  orders: orderTextsEs,
  orderDetail: orderDetailTextsEs,
  outgoing: outgoingTextsEs,
  page: pageTextsEs,
  paper: paperTextsEs,
  preferences: preferenceTextsEs,
  proof: proofTextsEs,
  remedies: remedyTextsEs,
  riders: ridersTextsEs,
  settings: settingsTextsEs,
  setup: setupTextsEs,
  sound: soundTextsEs,
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
  health: healthTextsEn,
  network: networkTextsEn,
  orders: orderTextsEn,
  orderDetail: orderDetailTextsEn,
  outgoing: outgoingTextsEn,
  page: pageTextsEn,
  paper: paperTextsEn,
  preferences: preferenceTextsEn,
  proof: proofTextsEn,
  remedies: remedyTextsEn,
  riders: ridersTextsEn,
  settings: settingsTextsEn,
  setup: setupTextsEn,
  sound: soundTextsEn,
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
