import type { HealthState } from '../health/health.ts';

/** Rows of the sheets in `assets/tray`, from top to bottom. */
const ROWS: Readonly<Record<HealthState, number>> = { ok: 0, off: 0, degraded: 1, down: 2 };
/** Columns: no number, 1 to 9, "9+". */
const LAST_COLUMN = 10;

export const TRAY_SHEET_COLUMNS = LAST_COLUMN + 1;
export const TRAY_SHEET_ROWS = 3;

/** Returns the position in the sheet of the tray's picture for so many unseen alerts. */
export function traySheetCell(
  count: number,
  health: HealthState,
): { readonly column: number; readonly row: number } {
  return { column: Math.min(Math.max(count, 0), LAST_COLUMN), row: ROWS[health] };
}
