import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol, session, shell, type Session, type WebContents } from 'electron';
import { LINK_HOSTS } from '../../../shared/address.ts';
import { own } from '../../../shared/own.ts';
import type { Log } from '../../log.ts';
import { fetchPage } from './development.ts';

export const PAGE_ORIGIN = 'app://mostrador';
/** More are not noted in one run. */
const MAX_TOLD = 100;
const MAX_PLACE_CHARS = 100;

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

/** Notes what was denied: once each, since a page may ask for ever. `url`: of it only where it would lead. */
type Deny = (what: string, url?: string) => void;

/**
 * Denies every permission, new window, navigation, download and webview, and traffic past the policy, for all present and
 * future pages; each in the log.
 */
export function lockDownWindows(log: Pick<Log, 'warn'>, target: Session = session.defaultSession): void {
  const deny = createDeny(log);
  target.setPermissionRequestHandler((_contents, permission, answer) => {
    deny(permission);
    answer(false);
  });
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event, item) => {
    event.preventDefault();
    deny('download from', item.getURL());
  });
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents, deny));
}

function createDeny(log: Pick<Log, 'warn'>): Deny {
  const told = new Set<string>();
  return (what, url) => {
    const line = url === undefined ? what : `${what} ${placeOf(url)}`;
    if (told.has(line) || told.size >= MAX_TOLD) return;
    told.add(line);
    log.warn(`Denied a page: ${line}`);
  };
}

/** The rest of an address may hold anything. */
function placeOf(url: string): string {
  const [scheme = ''] = url.split(':', 1);
  if (!URL.canParse(url)) return 'nowhere';
  const { host } = new URL(url);
  return (host === '' ? `${scheme}:` : `${scheme}://${host}`).slice(0, MAX_PLACE_CHARS);
}

function lockDownContents(contents: WebContents, deny: Deny): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (!openExternal(url)) deny('open a window at', url);
    return { action: 'deny' };
  });
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    // The development server makes a page reload itself.
    if (import.meta.env.DEV && event.url === contents.getURL()) return;
    event.preventDefault();
    deny('go to', event.url);
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    deny('webview');
  });
  // The policy of the pages knows nothing of calls from browser to browser.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
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

/** Returns false for an address that no browser may get. */
function openExternal(url: string): boolean {
  if (!mayOpenExternally(url)) return false;
  void shell.openExternal(url).catch(() => undefined);
  return true;
}
