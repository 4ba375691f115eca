import type { Language } from '../settings.ts';
import { alertTextsEn, alertTextsEs } from './alerts.ts';
import { cardTextsEn, cardTextsEs } from './card.ts';
import { errorTextsEn, errorTextsEs } from './errors.ts';
import { healthTextsEn, healthTextsEs } from './health.ts';
import { orderDetailTextsEn, orderDetailTextsEs } from './order-detail.ts';
import { orderTextsEn, orderTextsEs } from './orders.ts';
import { settingsTextsEn, settingsTextsEs } from './settings.ts';
import { trayTextsEn, trayTextsEs } from './tray.ts';

const es = {
  locale: 'es',
  alerts: alertTextsEs,
  card: cardTextsEs,
  errors: errorTextsEs,
  health: healthTextsEs,
  orders: orderTextsEs,
  orderDetail: orderDetailTextsEs,
  settings: settingsTextsEs,
  tray: trayTextsEs,
};
export type Texts = typeof es;

const en: Texts = {
  locale: 'en',
  alerts: alertTextsEn,
  card: cardTextsEn,
  errors: errorTextsEn,
  health: healthTextsEn,
  orders: orderTextsEn,
  orderDetail: orderDetailTextsEn,
  settings: settingsTextsEn,
  tray: trayTextsEn,
};

/** Every sentence shown to people, in their language. */
export function textsFor(language: Language): Texts {
  return language === 'en' ? en : es;
}
