import { describe, expect, it } from 'vitest';
import { readProxyVariables } from '../../../src/main/proxy-variables.ts';

const rulesOf = (env: Record<string, string>) => readProxyVariables(env).rules?.proxyRules ?? null;
const loginOf = (value: string) => readProxyVariables({ HTTPS_PROXY: value }).logins[0] ?? null;
const bypassOf = (value: string) =>
  readProxyVariables({ https_proxy: 'p:1', no_proxy: value }).rules?.proxyBypassRules ?? null;

describe('a proxy that the environment names', () => {
  it.each([
    [{ HTTPS_PROXY: 'http://proxy.shop:3128' }, 'https=http://proxy.shop:3128'],
    [{ https_proxy: 'http://proxy.shop:3128/' }, 'https=http://proxy.shop:3128'],
    [{ https_proxy: 'proxy.shop:3128' }, 'https=http://proxy.shop:3128'],
    [{ https_proxy: 'proxy.shop' }, 'https=http://proxy.shop:80'],
    [{ https_proxy: 'HTTPS://proxy.shop' }, 'https=https://proxy.shop:443'],
    [{ https_proxy: 'socks5h://10.0.0.1' }, 'https=socks5://10.0.0.1:1080'],
    [{ https_proxy: 'http://[fd00::1]:3128' }, 'https=http://[fd00::1]:3128'],
    [{ HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, 'http=http://a:1;https=http://b:2'],
    [{ ALL_PROXY: 'http://a:1' }, 'http=http://a:1;https=http://a:1'],
    [{ ALL_PROXY: 'http://a:1', https_proxy: 'http://b:2' }, 'http=http://a:1;https=http://b:2'],
    [{ https_proxy: 'http://small:1', HTTPS_PROXY: 'http://CAPITAL:2' }, 'https=http://small:1'],
    [{ https_proxy: '', HTTPS_PROXY: ' http://a:1 ' }, 'https=http://a:1'],
    [{ HTTP_PROXY: 'http://a:1' }, 'http=http://a:1'],
    [{ HTTPS_PROXY: 'http://us#er:pa#ss/w?rd@proxy.shop:3128' }, 'https=http://proxy.shop:3128'],
    [{}, null],
  ])('%j is asked as %s', (env, rules) => {
    expect(rulesOf(env)).toBe(rules);
  });

  it.each(['http://', 'http://:3128', 'ftp://a:1', 'http://a:0', 'http://a:70000', 'a b', 'x=y;z', '::'])(
    '%s is none: the system counts, and the variable is named without what it says',
    (value) => {
      expect(readProxyVariables({ HTTPS_PROXY: value })).toEqual({
        rules: null,
        logins: [],
        unreadable: ['HTTPS_PROXY'],
      });
    },
  );
});

describe('user and password', () => {
  it.each([
    ['http://ana:p%40ss@proxy:3128', 'ana', 'p@ss'],
    ['http://ana:p@ss@proxy:3128', 'ana', 'p@ss'],
    ['http://ana:pa#ss@proxy:3128', 'ana', 'pa#ss'],
    ['http://ana:a/b?c:d@proxy:3128', 'ana', 'a/b?c:d'],
    ['http://ana:100%@proxy:3128', 'ana', '100%'],
    ['http://ana:%ff%40@proxy:3128', 'ana', '%ff%40'],
    ['http://ana:se%C3%B1a@proxy:3128', 'ana', 'seña'],
    ['http://ana@proxy:3128', 'ana', ''],
    ['DOMINIO%5Cana:x@proxy:3128', 'DOMINIO\\ana', 'x'],
  ])('of %s are sent as they are meant', (value, username, password) => {
    expect(loginOf(value)).toEqual({ host: 'proxy', port: 3128, username, password });
  });

  it('are nobody’s when there are none', () => {
    expect(loginOf('http://proxy:3128')).toBeNull();
  });
});

describe('what is asked without the proxy', () => {
  it.each([
    ['example.com', 'example.com;.example.com'],
    ['.example.com', '.example.com'],
    ['*.example.com', '*.example.com'],
    ['*', '*'],
    ['a.com, b.com', 'a.com;.a.com;b.com;.b.com'],
    ['10.0.0.0/8 192.168.1.5', '10.0.0.0/8;192.168.1.5'],
    ['host:8443', 'host:8443;.host:8443'],
    ['::1,fd00::/8', '[::1];fd00::/8'],
    ['https://api.example.com/', 'api.example.com;.api.example.com'],
    ['<-loopback>', ''],
    ['', ''],
  ])('%s', (value, rules) => {
    expect(bypassOf(value)).toBe(rules);
  });
});
