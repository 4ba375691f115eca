import type { JSX } from 'react';
import sheet from '../../../assets/tray/sheet-48.png';
import type { HealthState } from '../../shared/health/health.ts';
import { TRAY_SHEET_COLUMNS, TRAY_SHEET_ROWS, traySheetCell } from '../../shared/orders/tray-sheet.ts';

const CELL = 48;

/** The icon as it looks beside the clock, cut from the same image. It also works inside an SVG. */
export function TrayPicture(props: {
  readonly count: number;
  readonly health: HealthState;
  readonly size: number;
  /** The position inside a picture. */
  readonly x?: number;
  readonly y?: number;
}): JSX.Element {
  const { count, health, size, x, y } = props;
  const { column, row } = traySheetCell(count, health);
  return (
    <svg
      x={x}
      y={y}
      width={size}
      height={size}
      viewBox={`0 0 ${String(CELL)} ${String(CELL)}`}
      aria-hidden="true"
      focusable="false"
    >
      <image
        href={sheet}
        x={-column * CELL}
        y={-row * CELL}
        width={TRAY_SHEET_COLUMNS * CELL}
        height={TRAY_SHEET_ROWS * CELL}
      />
    </svg>
  );
}
