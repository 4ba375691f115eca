import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol, session, shell, type Session, type WebContents } from 'electron';
import { own } from '../../shared/own.ts';
import { fetchPage } from './development.ts';

export const PAGE_ORIGIN = 'app://mostrador';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
};

/** Web pages that the app may open in the user's browser. */
const EXTERNAL_HOSTS = ['portal.pedidosya.com', 'developer.pedidosya.com', 'partner.pedidosya.com'];

/** Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** The file that a page address means, or null when it lies outside `root` or has an unknown type. */
export function resolvePageFile(root: string, url: string): string | null {
  let pathname: string;
  try {
    const parsed = new URL(url);
    if (parsed.origin !== PAGE_ORIGIN && `${parsed.protocol}//${parsed.host}` !== PAGE_ORIGIN) return null;
    pathname = decodeURIComponent(parsed.pathname);
  } catch {
    // Not an address: there is no such file.
    return null;
  }
  if (pathname.includes('\0')) return null;
  const file = path.resolve(root, `.${pathname}`);
  const inside = path.relative(root, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  return Object.hasOwn(CONTENT_TYPES, path.extname(file)) ? file : null;
}

/**
 * Serves the built pages under `app://mostrador/`, each with its content security policy. `server`: where they come from
 * instead while they are worked on.
 */
export function servePages(root: string, server: string | null): void {
  protocol.handle('app', async (request) => {
    if (import.meta.env.DEV && server !== null) return fetchPage(server, request.url);
    const file = resolvePageFile(root, request.url);
    if (file === null) return new Response(null, { status: 404 });
    try {
      const body = await readFile(file);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': own(CONTENT_TYPES, path.extname(file)) ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      // A missing file is the page's mistake, not the app's.
      return new Response(null, { status: 404 });
    }
  });
}

/** Denies every permission, new window, navigation and webview, for all that is ever opened. */
export function lockDownWindows(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    // The development server asks a page to load itself again.
    if (!import.meta.env.DEV || event.url !== contents.getURL()) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** true for an https page on a host of the list. */
export function mayOpenExternally(url: string): boolean {
  try {
    const { protocol: scheme, hostname, username } = new URL(url);
    return scheme === 'https:' && username === '' && EXTERNAL_HOSTS.includes(hostname);
  } catch {
    // Not an address: nothing to open.
    return false;
  }
}

function openExternal(url: string): void {
  if (mayOpenExternally(url)) void shell.openExternal(url).catch(() => undefined);
}
