import type { ToneKind } from '../orders/alert.ts';

/** The tones in `assets/sounds`. */
export const TONE_IDS = ['bell', 'chime', 'alarm', 'knock', 'soft', 'drop', 'marimba'] as const;
export type ToneId = (typeof TONE_IDS)[number];

export type AlertSettings = {
  /** 0 to 100. */
  readonly volume: number;
  readonly tones: Readonly<Record<ToneKind, ToneId>>;
  /**
   * After this many minutes without acknowledgement it rings faster and louder; after twice as many, faster still; 0:
   * never.
   */
  readonly escalateAfterMinutes: number;
  /**
   * An outage of this many minutes rings; 0: never. An error that a person must fix, such as a refused key, rings
   * regardless of this setting.
   */
  readonly connectionAfterMinutes: number;
  /**
   * A bag that is ready for `afterMinutes` and that nobody came for is shown, with a tone; 0: never. Again after
   * `everyMinutes`; 0: once.
   */
  readonly unclaimed: { readonly afterMinutes: number; readonly everyMinutes: number };
  /** During these times only an order that must not be handed over rings. Minutes since midnight, shop time. */
  readonly quiet: { readonly enabled: boolean; readonly fromMinute: number; readonly toMinute: number };
};

export const DEFAULT_ALERT_SETTINGS: AlertSettings = {
  volume: 80,
  tones: { ready: 'bell', cancelled: 'alarm', 'cancelled-after-handover': 'soft', connection: 'drop' },
  escalateAfterMinutes: 2,
  connectionAfterMinutes: 3,
  unclaimed: { afterMinutes: 15, everyMinutes: 15 },
  quiet: { enabled: false, fromMinute: 23 * 60, toMinute: 7 * 60 },
};
