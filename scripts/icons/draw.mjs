// The app's drawing, as SVG: a counter bell. One source for the app icon and for the tray.

const COLOURS = { ok: '#1f9d6b', degraded: '#e08a00', down: '#d6322c' };

/** The bell on a rounded tile, in a 64 × 64 box. */
export function appIcon() {
  return svg(`
    <rect x="2" y="2" width="60" height="60" rx="14" fill="#12594a"/>
    <path d="M32 15.5a3.4 3.4 0 0 1 3.4 3.4v1.3C44.6 21.700 50 29 50 38.500H14C14 29 19.400 21.700 28.600 20.200v-1.300a3.400 3.400 0 0 1 3.400-3.400z" fill="#ffd35c"/>
    <rect x="11" y="41.500" width="42" height="6.500" rx="3.250" fill="#fff"/>
    <path d="M19.500 34.500c.8-4.600 3.500-8 7.500-9.500" fill="none" stroke="#fff" stroke-width="2.600" stroke-linecap="round" opacity=".85"/>`);
}

/** The tray picture: colour and shape show the state, the number shows how many alerts are unseen. */
export function trayIcon(state, label) {
  const bell = `
    <path d="M27 5.500a4.500 4.500 0 0 1 4.500 4.500v1.500C42 13.500 49 22 49 35H5C5 22 12 13.500 22.500 11.500V10A4.500 4.500 0 0 1 27 5.500z" fill="${COLOURS[state]}" stroke="#fff" stroke-width="3" paint-order="stroke"/>
    <rect x="1.500" y="40" width="51" height="10" rx="5" fill="${COLOURS[state]}" stroke="#fff" stroke-width="3" paint-order="stroke"/>`;
  return svg(bell + (label === '' ? stateMark(state) : badge(label)));
}

function stateMark(state) {
  if (state === 'degraded')
    return `<path d="M47 30 62 58H32z" fill="#fff3d6" stroke="#7a4b00" stroke-width="3" stroke-linejoin="round"/><path d="M47 39v9M47 52.500v1" stroke="#7a4b00" stroke-width="4" stroke-linecap="round"/>`;
  if (state === 'down')
    return `<circle cx="47" cy="46" r="16" fill="#fff" stroke="#8f1712" stroke-width="3"/><path d="m40.500 39.500 13 13m0-13-13 13" stroke="#8f1712" stroke-width="5" stroke-linecap="round"/>`;
  return '';
}

function badge(label) {
  const wide = label.length > 1;
  return `
    <rect x="${wide ? 7 : 27}" y="24" width="${wide ? 56 : 36}" height="39" rx="12" fill="#b3001b" stroke="#fff" stroke-width="3"/>
    <text x="${wide ? 35 : 45}" y="55.500" font-family="DejaVu Sans, Arial, sans-serif" font-weight="700" font-size="${wide ? 34 : 35}" text-anchor="middle" fill="#fff">${label}</text>`;
}

function svg(body) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${body}</svg>`;
}
