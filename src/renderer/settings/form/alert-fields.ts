import type { AlertSettings, ToneId } from '../../../shared/settings/alert-settings.ts';
import type { ToneKind } from '../../../shared/orders/alert.ts';
import { parseClockText, toClockText } from './hours-fields.ts';

/** The alert settings as typed in the form. */
export type AlertFields = {
  readonly volume: number;
  readonly toneReady: ToneId;
  readonly toneCancelled: ToneId;
  readonly toneCancelledAfter: ToneId;
  readonly toneConnection: ToneId;
  readonly escalateAfter: string;
  readonly connectionAfter: string;
  readonly unclaimedAfter: string;
  readonly unclaimedEvery: string;
  readonly quiet: boolean;
  /** Like "23:00", the format of a time field. */
  readonly quietFrom: string;
  readonly quietTo: string;
};

export const TONE_FIELDS = {
  ready: 'toneReady',
  cancelled: 'toneCancelled',
  'cancelled-after-handover': 'toneCancelledAfter',
  connection: 'toneConnection',
} as const satisfies Readonly<Record<ToneKind, keyof AlertFields>>;

export function toAlertFields(alerts: AlertSettings): AlertFields {
  const { tones, quiet, unclaimed } = alerts;
  return {
    volume: alerts.volume,
    toneReady: tones.ready,
    toneCancelled: tones.cancelled,
    toneCancelledAfter: tones['cancelled-after-handover'],
    toneConnection: tones.connection,
    escalateAfter: String(alerts.escalateAfterMinutes),
    connectionAfter: String(alerts.connectionAfterMinutes),
    unclaimedAfter: String(unclaimed.afterMinutes),
    unclaimedEvery: String(unclaimed.everyMinutes),
    quiet: quiet.enabled,
    quietFrom: toClockText(quiet.fromMinute),
    quietTo: toClockText(quiet.toMinute),
  };
}

/** Text that is not a number or a time becomes NaN, which the settings check refuses. */
export function toAlertSettings(fields: AlertFields, base: AlertSettings): AlertSettings {
  return {
    ...base,
    volume: fields.volume,
    tones: {
      ready: fields.toneReady,
      cancelled: fields.toneCancelled,
      'cancelled-after-handover': fields.toneCancelledAfter,
      connection: fields.toneConnection,
    },
    escalateAfterMinutes: parseMinutes(fields.escalateAfter),
    connectionAfterMinutes: parseMinutes(fields.connectionAfter),
    unclaimed: {
      afterMinutes: parseMinutes(fields.unclaimedAfter),
      everyMinutes: parseMinutes(fields.unclaimedEvery),
    },
    quiet: {
      enabled: fields.quiet,
      fromMinute: parseClockText(fields.quietFrom) ?? Number.NaN,
      toMinute: parseClockText(fields.quietTo) ?? Number.NaN,
    },
  };
}

/** Accepts a decimal point or comma. */
function parseMinutes(text: string): number {
  const typed = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}
