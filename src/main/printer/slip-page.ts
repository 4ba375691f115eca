import { code128, drawingSVG, qrcode } from 'bwip-js/generic';
import type { Slip, SlipLine } from '../core/paper/slip.ts';

const CSS = `
*{margin:0;padding:0;box-sizing:border-box}
@page{margin:0}
html,body{background:#fff;color:#000;font-family:"DejaVu Sans","Liberation Sans",Arial,sans-serif;font-size:10pt;line-height:1.25}
.slip{padding:2mm 3mm 6mm;break-after:page;overflow-wrap:anywhere}
.slip:last-child{break-after:auto}
.slip>*{margin-bottom:1.2mm}
.banner,.collect{background:#000;color:#fff;font-weight:700;font-size:15pt;text-align:center;padding:1mm;-webkit-print-color-adjust:exact}
.code{font-weight:800;text-align:center;line-height:1.05;font-variant-numeric:tabular-nums}
.name,.bag{text-align:center;font-size:15pt;font-weight:700}
.symbol{text-align:center}
.symbol svg{display:inline-block;max-width:100%}
.symbol.code128 svg{height:13mm;width:42mm}
.symbol.qr svg{height:26mm;width:26mm}
ul{list-style:none;border-top:.4mm solid #000;padding-top:1mm}
li{display:flex;gap:2mm;padding:.5mm 0}
li b{flex:0 0 auto;min-width:13mm}
li.instead{padding-left:4mm}
li.instead::before{content:"→"}
li em{font-style:normal;font-weight:700;font-size:8pt;border:.3mm solid #000;padding:0 .8mm;margin-right:1mm}
.comment{border:.4mm solid #000;padding:1mm;font-weight:700}
.ruler{display:flex;align-items:center;gap:1mm}
.ruler::before{content:"◄"}.ruler::after{content:"►"}
.ruler i{flex:1;border-top:.4mm solid #000}
.foot{font-size:8pt;border-top:.2mm solid #000;padding-top:.6mm}
`;
/** Nothing but what stands in the page: no script, no picture, no address. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Returns a web page with these slips, each on a page of its own. It loads nothing and runs nothing. */
export function toSlipPage(slips: readonly Slip[]): string {
  const [first] = slips;
  const width = String(first?.width ?? 80);
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Mostrador</title><style>${CSS}html{width:${width}mm}</style></head><body>${slips.map(toArticle).join('')}</body></html>`;
}

function toArticle(slip: Slip): string {
  const codePt = Math.min(72, Math.floor((slip.width * 3.6) / Math.max(2, Array.from(slip.code).length)));
  const parts = [
    ...slip.banners.map((banner) => div('banner', banner)),
    `<div class="code" style="font-size:${String(codePt)}pt">${escapeHtml(slip.code)}</div>`,
    slip.name === null ? '' : div('name', slip.name),
    slip.bag === null ? '' : div('bag', slip.bag),
    slip.collect === null ? '' : div('collect', slip.collect),
    toSymbol(slip.symbol),
    slip.lines.length === 0 ? '' : `<ul>${slip.lines.map(toItem).join('')}</ul>`,
    slip.more === null ? '' : div('more', slip.more),
    slip.comment === null ? '' : div('comment', slip.comment),
    slip.kind === 'test' ? '<div class="ruler"><i></i></div>' : '',
    slip.foot.length === 0 ? '' : div('foot', slip.foot.join(' · ')),
  ];
  return `<div class="slip">${parts.join('')}</div>`;
}

function toItem({ amount, name, place, label }: SlipLine): string {
  const words = place === 'gone' ? `<s>${escapeHtml(name)}</s>` : escapeHtml(name);
  const mark = label === null ? '' : `<em>${escapeHtml(label)}</em>`;
  return `<li class="${place}"><b>${escapeHtml(amount)}</b><span>${mark}${words}</span></li>`;
}

function toSymbol(symbol: Slip['symbol']): string {
  if (symbol === null) return '';
  const { type, text } = symbol;
  const svg =
    type === 'code128'
      ? code128({ bcid: 'code128', text, height: 12 }, drawingSVG())
      : qrcode({ bcid: 'qrcode', text }, drawingSVG());
  return `<div class="symbol ${type}">${svg}</div>`;
}

function div(name: string, text: string): string {
  return `<div class="${name}">${escapeHtml(text)}</div>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
