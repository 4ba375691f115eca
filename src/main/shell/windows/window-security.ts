import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol, session, shell, type Session, type WebContents } from 'electron';
import { LINK_HOSTS } from '../../../shared/links.ts';
import { own } from '../../../shared/own.ts';
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

/** Registers the scheme of the pages. Call it before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** Returns the file of a page's address; null when it lies outside `root` or has an unknown type. */
export function resolvePageFile(root: string, url: string): string | null {
  let pathname: string;
  try {
    const parsed = new URL(url);
    if (parsed.origin !== PAGE_ORIGIN && `${parsed.protocol}//${parsed.host}` !== PAGE_ORIGIN) return null;
    pathname = decodeURIComponent(parsed.pathname);
  } catch {
    // It is no address, so there is no file.
    return null;
  }
  if (pathname.includes('\0')) return null;
  const file = path.resolve(root, `.${pathname}`);
  const inside = path.relative(root, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  return Object.hasOwn(CONTENT_TYPES, path.extname(file)) ? file : null;
}

/**
 * Serves the built pages under `app://mostrador/`, each with its content security policy. `server`: the development
 * server that serves them instead; null: none.
 */
export function servePages(appPath: string, server: string | null): void {
  const root = path.join(appPath, 'out/renderer');
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
      // A page asked for a file that does not exist.
      return new Response(null, { status: 404 });
    }
  });
}

/** Denies every permission, new window, navigation and webview, for all present and future pages. */
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
    // The development server makes a page reload itself.
    if (!import.meta.env.DEV || event.url !== contents.getURL()) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Returns whether it is an https address on a listed host. */
export function mayOpenExternally(url: string): boolean {
  try {
    const { protocol: scheme, hostname, username } = new URL(url);
    return scheme === 'https:' && username === '' && LINK_HOSTS.includes(hostname);
  } catch {
    // It is no address.
    return false;
  }
}

function openExternal(url: string): void {
  if (mayOpenExternally(url)) void shell.openExternal(url).catch(() => undefined);
}
