import { expect, test } from 'vitest';
import { systemOf } from '../../../src/shared/system.ts';
import { TRAY_SHEET_COLUMNS, TRAY_SHEET_ROWS, traySheetCell } from '../../../src/shared/orders/tray-sheet.ts';

test('every count and state has a cell within the sheet, and more than nine share the last', () => {
  for (const health of ['ok', 'off', 'degraded', 'down'] as const) {
    for (const count of [-1, 0, 1, 9, 10, 250]) {
      const { column, row } = traySheetCell(count, health);
      expect(column).toBeGreaterThanOrEqual(0);
      expect(column).toBeLessThan(TRAY_SHEET_COLUMNS);
      expect(row).toBeLessThan(TRAY_SHEET_ROWS);
    }
  }
  expect(traySheetCell(10, 'down')).toEqual(traySheetCell(250, 'down'));
  expect(traySheetCell(9, 'ok')).not.toEqual(traySheetCell(10, 'ok'));
});

test('a platform that is neither Windows nor macOS is looked at as Linux', () => {
  expect(['win32', 'darwin', 'linux', 'freebsd'].map(systemOf)).toEqual(['windows', 'mac', 'linux', 'linux']);
});
