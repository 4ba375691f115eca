import fs from 'node:fs';
import path from 'node:path';
import type { Toast } from '../../test/desktop/notification-server.ts';
import { repository } from '../../test/desktop/runtime.ts';
import type { MenuItem } from '../../test/desktop/tray-menu.ts';
import type { Drawing } from './studio.ts';

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { font: 15px/1.4 system-ui, sans-serif; color: #1c1e21; background: #dfe3e8; padding: 16px; overflow: hidden; }
  .bar { display: flex; align-items: center; gap: 14px; background: #23282f; border-radius: 8px; padding: 8px 14px; color: #e8eaed; }
  .bar img { width: 32px; height: 32px; }
  .tip { background: #fff; border: 1px solid #b9c0c9; border-radius: 6px; padding: 6px 10px; margin: 10px 0; font-size: 14px; }
  ul { list-style: none; padding: 6px 0; background: #fff; border: 1px solid #b9c0c9; border-radius: 8px; }
  li { padding: 5px 16px; }
  li.off { color: #767d86; }
  li.line { height: 1px; padding: 0; margin: 6px 0; background: #d5dae0; }
  li .more { float: right; }
  .toast { display: flex; gap: 14px; align-items: center; background: #fff; border: 1px solid #b9c0c9; border-radius: 10px; padding: 12px 16px; height: 84px; margin-bottom: 12px; }
  .toast img { width: 40px; height: 40px; }
  .toast.critical { border-left: 6px solid #b3261e; }
`;

/** The tray: the icon as sent over the session bus, without and with unseen alerts, its tooltip and its menu. */
export function drawTray(tray: {
  readonly icons: readonly Buffer[];
  readonly tooltip: string;
  readonly menu: readonly MenuItem[];
}): Drawing {
  const icons = tray.icons.map((icon) => `<img src="${dataUrl(icon)}">`).join('');
  const entries = tray.menu.map(entry).join('');
  const rows = tray.menu.filter(({ separator }) => !separator).length;
  const lines = tray.menu.length - rows;
  return {
    html: page(
      `<div class="bar">${icons}</div><p class="tip">${escaped(tray.tooltip)}</p><ul>${entries}</ul>`,
    ),
    width: 460,
    height: 32 + 48 + 80 + 16 + rows * 31 + lines * 13,
  };
}

/** Notifications with the text, icon and urgency that the desktop received; each system draws its own frame. */
export function drawToast(toasts: readonly Toast[]): Drawing {
  const icon = dataUrl(fs.readFileSync(path.join(repository, 'assets/icons/64x64.png')));
  const drawn = toasts.map(
    ({ title, body, urgency }) =>
      `<div class="toast ${urgency}"><img src="${icon}"><div><b>${escaped(title)}</b><br>${body}</div></div>`,
  );
  return { html: page(drawn.join('')), width: 420, height: 20 + toasts.length * 96 };
}

function entry({ label, enabled, separator, children }: MenuItem): string {
  if (separator) return '<li class="line"></li>';
  const more = children.length === 0 ? '' : '<span class="more">›</span>';
  return `<li class="${enabled ? '' : 'off'}">${escaped(label)}${more}</li>`;
}

function page(body: string): string {
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${body}`;
}

function dataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
