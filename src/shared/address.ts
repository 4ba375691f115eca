const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Returns whether the host of a URL (`new URL(…).hostname`) is this computer. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** The path that the platform calls, under the public address. */
export const WEBHOOK_PATH = '/webhooks/orders';

/** The web pages that the setup sends people to. They open in the browser of the system; main lets no other host through. */
export const LINKS = {
  portal: 'https://portal.pedidosya.com/',
  ngrokKey: 'https://dashboard.ngrok.com/get-started/your-authtoken',
  ngrokDomain: 'https://dashboard.ngrok.com/domains',
  cloudflareTunnels: 'https://one.dash.cloudflare.com/',
  cloudflaredProgram:
    'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/downloads/',
} as const satisfies Readonly<Record<string, `https://${string}`>>;

const HOST = /^https:\/\/([^/]+)/i;

/** The hosts of those pages, and those of PedidosYa's own documentation. */
export const LINK_HOSTS: readonly string[] = [
  ...new Set(Object.values(LINKS).map(hostOf)),
  'developer.pedidosya.com',
  'partner.pedidosya.com',
  'dash.cloudflare.com',
];

/** Returns true for the address of such a page: nobody's public address is there. */
export function isPortalPage(address: string): boolean {
  return LINK_HOSTS.includes(hostOf(address));
}

function hostOf(address: string): string {
  return HOST.exec(address)?.[1]?.toLowerCase() ?? '';
}
