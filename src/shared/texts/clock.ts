import type { ErrorText } from './errors.ts';

/** See `core/clock-watch`: minutes that this computer is ahead, negative: behind. */
function clockFacts(detail: string | null, units: { readonly hours: string; readonly days: string }) {
  const ahead = Number(detail ?? 0);
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

function clockOffEs(detail: string | null): ErrorText {
  const { isAhead, by } = clockFacts(detail, { hours: 'horas', days: 'días' });
  return {
    sentence: `El reloj de esta computadora está ${by} ${isAhead ? 'adelantado' : 'atrasado'}. Mostrador usa la hora de PedidosYa.`,
    remedy:
      'Ponga en hora esta computadora: en la configuración del sistema, abra Fecha y hora y active la hora automática.',
  };
}

function clockOffEn(detail: string | null): ErrorText {
  const { isAhead, by } = clockFacts(detail, { hours: 'hours', days: 'days' });
  return {
    sentence: `This computer's clock is ${by} ${isAhead ? 'fast' : 'slow'}. Mostrador uses the time of PedidosYa.`,
    remedy:
      'Set the clock of this computer: in the system settings, open Date & time and turn automatic time on.',
  };
}

export const clockTextsEs = { 'clock-off': clockOffEs, 'clock-far-off': clockOffEs };
export const clockTextsEn: typeof clockTextsEs = { 'clock-off': clockOffEn, 'clock-far-off': clockOffEn };
