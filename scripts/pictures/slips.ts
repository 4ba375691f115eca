import { toSVG } from 'bwip-js/node';
import type { PaperWidth } from '../../src/shared/settings/paper.ts';
import type { PaperItem, PaperSlip } from '../../test/services/escpos-decoder.ts';
import { escaped } from './drawings.ts';
import type { Drawing } from './studio.ts';

/** Signs in a row of the printer's usual type. */
const COLUMNS: Readonly<Record<PaperWidth, number>> = { 58: 32, 80: 42 };
const SIGN_PX = 7;
const LINE_PX = 17;
const ALIGNS = ['left', 'center', 'right'] as const;
const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { display: flex; gap: 20px; align-items: flex-start; padding: 16px; background: #dfe3e8; overflow: hidden; }
  .slip { padding: 12px 10px 20px; background: #fff; border: 1px solid #b9c0c9; color: #111; }
  .slip div { font: ${String(SIGN_PX / 0.602)}px/${String(LINE_PX)}px 'DejaVu Sans Mono', monospace; white-space: pre; min-height: ${String(LINE_PX)}px; }
  .slip span { display: inline-block; vertical-align: top; }
  .slip b { display: block; font-weight: 400; transform-origin: 0 0; }
  .slip svg { height: 56px; }
`;

/** Slips as the bytes that the app sent to a printer say: sizes, bold, inverse and barcode are the printer's commands. */
export function drawSlips(
  slips: readonly { readonly slip: PaperSlip; readonly width: PaperWidth }[],
): Drawing {
  const drawn = slips.map(({ slip, width }) => {
    const px = COLUMNS[width] * SIGN_PX;
    const rows = slip.rows.map(
      ({ align, items }) => `<div style="text-align:${ALIGNS[align]}">${items.map(item).join('')}</div>`,
    );
    return `<div class="slip" style="width:${String(px + 22)}px">${rows.join('')}</div>`;
  });
  const heights = slips.map(({ slip }) =>
    slip.rows.reduce((sum, { items }) => sum + Math.max(LINE_PX, ...items.map(heightOf)), 34),
  );
  const width = slips.reduce((sum, each) => sum + COLUMNS[each.width] * SIGN_PX + 22, 32);
  return {
    html: `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${drawn.join('')}`,
    width: width + 20 * (slips.length - 1),
    height: 32 + Math.max(...heights),
  };
}

function heightOf(each: PaperItem): number {
  return each.what === 'text' ? each.height * LINE_PX : 60;
}

function item(each: PaperItem): string {
  if (each.what !== 'text') {
    const bcid = each.what === 'qr' ? 'qrcode' : 'code128';
    return toSVG({ bcid, text: each.text.replace(/^\{B/, ''), height: 12 });
  }
  const { text, width, height, bold, inverse } = each;
  const signsPx = Array.from(text).length * SIGN_PX;
  const room = `width:${String(signsPx * width)}px;height:${String(height * LINE_PX)}px`;
  // A larger sign of a printer is the usual one, wider and higher.
  const size = `width:${String(signsPx)}px;transform:scale(${String(width)},${String(height)})`;
  const look = `${bold ? ';font-weight:700' : ''}${inverse ? ';background:#111;color:#fff' : ''}`;
  return `<span style="${room}"><b style="${size}${look}">${escaped(text)}</b></span>`;
}
