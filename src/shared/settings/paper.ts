/** How slips reach paper. `device`: a printer that the system shows as a file, such as `/dev/usb/lp0`. */
export const PAPER_WAYS = ['off', 'system', 'network', 'device'] as const;
export type PaperWay = (typeof PAPER_WAYS)[number];
/** In millimetres. */
export const PAPER_WIDTHS = [58, 80] as const;
export type PaperWidth = (typeof PAPER_WIDTHS)[number];
export const SLIP_NAMES = ['initial', 'first-name', 'none'] as const;
/** How much of the customer's name stands on a slip. */
export type SlipName = (typeof SLIP_NAMES)[number];
export const SLIP_SYMBOLS = ['code128', 'qr', 'none'] as const;
/** What a scanner reads from a slip: the order's code, and nothing else. */
export type SlipSymbol = (typeof SLIP_SYMBOLS)[number];
export const MAX_BAGS = 9;

export type PaperSettings = {
  readonly way: PaperWay;
  /** The system's name of the printer; empty: its default printer. */
  readonly printer: string;
  /** Address of the printer in the shop's own network. */
  readonly host: string;
  readonly port: number;
  readonly device: string;
  readonly width: PaperWidth;
  readonly name: SlipName;
  readonly symbol: SlipSymbol;
  /** Whether an order that becomes ready is printed by itself. */
  readonly automatic: boolean;
  /** Whether a cancellation is printed by itself. */
  readonly cancelled: boolean;
};

export const DEFAULT_PAPER_SETTINGS: PaperSettings = {
  way: 'off',
  printer: '',
  host: '',
  port: 9100,
  device: '',
  width: 80,
  name: 'initial',
  symbol: 'code128',
  automatic: false,
  cancelled: false,
};

/** Why nothing was printed, or not all. Each has a sentence and a remedy in `texts/paper.ts`. */
export const PRINT_TROUBLES = [
  'offline',
  'missing',
  'elsewhere',
  'forbidden',
  'no-paper',
  'cover-open',
  'stuck',
  'paper-size',
  'failed',
] as const;
export type PrintTrouble = (typeof PRINT_TROUBLES)[number];

/** What became of a request to print. `doubtful`: the printer got a part of it, or all, and nobody knows what it did. */
export type PrintOutcome =
  | { readonly kind: 'printed'; readonly isCopy: boolean }
  | { readonly kind: 'failed' | 'doubtful'; readonly why: PrintTrouble }
  /** No printer is chosen, or the order is not kept any more. */
  | { readonly kind: 'off' | 'unknown' };

/** What is known of the slip of an order. `doubtful`: printing was cut short. */
export type SlipState = 'none' | 'printing' | 'printed' | 'doubtful';

/** Returns the settings with the place and the automatic printing of `own`: a file decides neither. */
export function withOwnPrinter(brought: PaperSettings, own: PaperSettings): PaperSettings {
  const { way, printer, host, port, device, automatic, cancelled } = own;
  return { ...brought, way, printer, host, port, device, automatic, cancelled };
}
