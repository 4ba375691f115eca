import { own } from '../shared/own.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** User and password for one proxy. They are sent to no other. */
export type ProxyLogin = {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
};

/** The environment's proxy settings, in the form that Chromium reads. */
export type ProxyVariables = {
  /** null: no variable names a readable proxy, so the system's settings apply. */
  readonly rules: { readonly proxyRules: string; readonly proxyBypassRules: string } | null;
  readonly logins: readonly ProxyLogin[];
  /** Names of variables whose value is not a proxy. */
  readonly unreadable: readonly string[];
};

type Named = { readonly name: string; readonly value: string };
type Proxy = {
  readonly scheme: Scheme;
  readonly host: string;
  readonly port: number;
  readonly login: ProxyLogin | null;
};

const DEFAULT_PORTS = { http: 80, https: 443, socks4: 1080, socks5: 1080 } as const;
type Scheme = keyof typeof DEFAULT_PORTS;

const SCHEMES: Readonly<Record<string, Scheme>> = {
  '': 'http',
  http: 'http',
  https: 'https',
  socks: 'socks5',
  socks4: 'socks4',
  socks4a: 'socks4',
  socks5: 'socks5',
  socks5h: 'socks5',
};

/**
 * Reads the usual proxy variables, in small letters or capitals. What is before the last `@` is user and password. They
 * may hold any character, also ones that a URL does not allow.
 */
export function readProxyVariables(env: Env): ProxyVariables {
  const all = named(env, 'all_proxy');
  const asked = { http: named(env, 'http_proxy') ?? all, https: named(env, 'https_proxy') ?? all };
  const read = (one: Named | null): Proxy | null => (one === null ? null : parseProxy(one.value));
  const [http, https] = [read(asked.http), read(asked.https)];
  const rules = [ruleOf('http', http), ruleOf('https', https)].filter((rule) => rule !== null);
  const unreadable = [asked.http, asked.https].filter((one) => one !== null && read(one) === null);
  return {
    rules:
      rules.length === 0
        ? null
        : { proxyRules: rules.join(';'), proxyBypassRules: bypassRules(named(env, 'no_proxy')?.value ?? '') },
    logins: [http, https].flatMap((one) => (one?.login ? [one.login] : [])),
    unreadable: [...new Set(unreadable.map((one) => one?.name ?? ''))],
  };
}

function named(env: Env, name: string): Named | null {
  for (const key of [name, name.toUpperCase()]) {
    const value = env[key]?.trim() ?? '';
    if (value !== '') return { name: key, value };
  }
  return null;
}

function parseProxy(text: string): Proxy | null {
  const [, scheme = '', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
  const kind = own(SCHEMES, scheme.toLowerCase());
  const at = rest.lastIndexOf('@');
  const address = /^(\[[0-9a-f:.]+\]|[^\s:/?#[\];,=]+)(?::(\d{1,5}))?(?:[/?#].*)?$/is.exec(
    rest.slice(at + 1),
  );
  const host = address?.[1];
  if (kind === undefined || host === undefined) return null;
  const port = address?.[2] === undefined ? DEFAULT_PORTS[kind] : Number(address[2]);
  if (port < 1 || port > 65_535) return null;
  if (at <= 0) return { scheme: kind, host, port, login: null };
  const [username = '', ...password] = rest.slice(0, at).split(':');
  const login = { host, port, username: decoded(username), password: decoded(password.join(':')) };
  return { scheme: kind, host, port, login };
}

/** `%40` means `@`. A `%` that starts no escape is kept as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      // Not UTF-8, so it was not meant as an escape.
      return escaped;
    }
  });
}

function ruleOf(forScheme: string, proxy: Proxy | null): string | null {
  return proxy === null ? null : `${forScheme}=${proxy.scheme}://${proxy.host}:${String(proxy.port)}`;
}

/** A name includes its subdomains. Requests to this computer never use a proxy. */
function bypassRules(list: string): string {
  const entries = list
    .split(/[\s,;]+/)
    .map((entry) => entry.replace(/^[a-z]+:\/\//i, '').replace(/\/$/, ''))
    .filter((entry) => entry !== '' && !entry.startsWith('<'));
  return entries.flatMap(bypassRule).join(';');
}

function bypassRule(entry: string): readonly string[] {
  const isPattern = /^[.*]|^\[|^[\d.]+(?::\d+)?$|\/\d+$/.test(entry);
  if (isPattern) return [entry];
  // An IPv6 address without brackets.
  if (/^[0-9a-f]*:[0-9a-f:.]*$/i.test(entry)) return [`[${entry}]`];
  return [entry, `.${entry}`];
}
