import { textOf, type Fact } from '../../health/fact.ts';
import { duration } from '../duration.ts';
import type { ErrorText } from '../errors.ts';

/** See `core/sync/clock-watch`: minutes that this computer is ahead, negative: behind. */
function clockFacts(detail: Fact | null, units: { readonly hours: string; readonly days: string }) {
  const ahead = Number(textOf(detail) ?? 0);
  const minutes = Math.abs(ahead);
  const hours = Math.round(minutes / 60);
  const by =
    minutes < 120
      ? `${String(minutes)} min`
      : hours < 48
        ? `${String(hours)} ${units.hours}`
        : `${String(Math.round(hours / 24))} ${units.days}`;
  return { isAhead: ahead > 0, by };
}

function clockOffEs(detail: Fact | null): ErrorText {
  const { isAhead, by } = clockFacts(detail, { hours: 'horas', days: 'días' });
  return {
    sentence: `El reloj de esta computadora está ${by} ${isAhead ? 'adelantado' : 'atrasado'}. Mostrador usa la hora de PedidosYa.`,
    remedy:
      'Ponga en hora esta computadora: en la configuración del sistema, abra Fecha y hora y active la hora automática.',
  };
}

function clockOffEn(detail: Fact | null): ErrorText {
  const { isAhead, by } = clockFacts(detail, { hours: 'hours', days: 'days' });
  return {
    sentence: `This computer's clock is ${by} ${isAhead ? 'fast' : 'slow'}. Mostrador uses the time of PedidosYa.`,
    remedy:
      'Set the clock of this computer: in the system settings, open Date & time and turn automatic time on.',
  };
}

export const clockTextsEs = {
  'clock-off': clockOffEs,
  'clock-far-off': clockOffEs,
  'clock-unknown': (): ErrorText => ({
    sentence:
      'PedidosYa no dice qué hora es: vale la de esta computadora, y si está mal pueden faltar pedidos.',
    remedy: 'Compare la fecha y la hora de esta computadora con las de un teléfono, y póngala en hora.',
  }),
  'power-asleep': () => ({ sentence: 'La computadora se suspendió.', remedy: '' }),
  'power-slept': (detail: Fact | null) => ({
    sentence: `La computadora estuvo suspendida ${duration(Number(textOf(detail) ?? 0))}.`,
    remedy: '',
  }),
};
export const clockTextsEn: typeof clockTextsEs = {
  'clock-off': clockOffEn,
  'clock-far-off': clockOffEn,
  'clock-unknown': () => ({
    sentence:
      "PedidosYa does not say what time it is: this computer's time counts, and if it is wrong orders may be missing.",
    remedy: 'Compare the date and time of this computer with a phone, and set them.',
  }),
  'power-asleep': () => ({ sentence: 'The computer went to sleep.', remedy: '' }),
  'power-slept': (detail: Fact | null) => ({
    sentence: `The computer slept for ${duration(Number(textOf(detail) ?? 0))}.`,
    remedy: '',
  }),
};
