/// <reference path="../../../src/renderer/vite-env.d.ts" />

export type Outside = { readonly url: string; readonly port: number };

/** Runs in a page. Tries to leave it, by every way of a browser; returns what seemed to work. */
export async function tryToLeave({ url, port }: Outside): Promise<readonly string[]> {
  const worked: string[] = [];
  const limit = 1_500;
  const attempt = async (what: string, work: () => unknown): Promise<void> => {
    try {
      const late = new Promise((resolve) => setTimeout(() => resolve('late'), limit));
      const said = await Promise.race([Promise.resolve(work()), late]);
      if (said !== 'late' && said !== false && said !== null && said !== undefined) worked.push(what);
    } catch {
      // Denied, as it should be.
    }
  };
  const add = (html: string): void => {
    const place = document.createElement('div');
    place.innerHTML = html;
    document.body.append(place);
    setTimeout(() => place.remove(), limit);
  };
  const loaded = (element: HTMLElement, event = 'load'): Promise<boolean> =>
    new Promise((resolve) => {
      element.addEventListener(event, () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      document.body.append(element);
    });
  const made = <K extends keyof HTMLElementTagNameMap>(
    name: K,
    fields: Readonly<Record<string, string>>,
  ): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), fields);

  // What the debugger runs at once may do what the page itself may not.
  await new Promise((resolve) => setTimeout(resolve, 10));
  await Promise.all([
    attempt('fetch', () => fetch(url)),
    attempt('fetch without cors', () => fetch(url, { mode: 'no-cors' })),
    attempt('fetch file', () => fetch('file:///etc/passwd')),
    attempt('fetch data', () => fetch('data:text/plain,x')),
    attempt('fetch outside the pages', () =>
      fetch('app://mostrador/../../package.json').then(({ ok }) => ok),
    ),
    attempt('fetch another app', () => fetch('app://other/index.html').then(({ ok }) => ok)),
    attempt('beacon', () => navigator.sendBeacon(`${url}beacon`, 'x') && false),
    attempt(
      'request',
      () =>
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest();
          request.addEventListener('load', () => resolve(true));
          request.addEventListener('error', reject);
          request.open('GET', url);
          request.send();
        }),
    ),
    attempt(
      'socket',
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.addEventListener('open', () => resolve(true));
          socket.addEventListener('error', reject);
        }),
    ),
    attempt(
      'events',
      () =>
        new Promise((resolve, reject) => {
          const events = new EventSource(url);
          events.addEventListener('open', () => resolve(true));
          events.addEventListener('error', reject);
        }),
    ),
    attempt('transport', () => new WebTransport(url.replace('http', 'https')).ready.then(() => true)),
    attempt('picture', () => loaded(made('img', { src: `${url}picture` }))),
    attempt('script', () => loaded(made('script', { src: `${url}script.js` }))),
    attempt('script of data', () => loaded(made('script', { src: 'data:text/javascript,1' }))),
    attempt('style', () => loaded(made('link', { rel: 'stylesheet', href: `${url}style.css` }))),
    attempt('sound', () => loaded(made('audio', { src: `${url}sound.wav` }), 'loadeddata')),
    attempt('film', () => loaded(made('video', { src: `${url}film.mp4` }), 'loadeddata')),
    attempt('font', () => new FontFace('x', `url(${url}font.woff2)`).load().then(() => true)),
    attempt('data channel', async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${String(port)}` }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, limit - 300));
      peer.close();
      return false;
    }),
    attempt('module of data', () =>
      loaded(made('script', { type: 'module', src: 'data:text/javascript,1' })),
    ),
    attempt(
      'worker',
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          worker.addEventListener('message', () => resolve(true));
          worker.addEventListener('error', reject);
        }),
    ),
    attempt('service worker', () => navigator.serviceWorker?.register('/assets/x.js').then(() => true)),
    // oxlint-disable-next-line no-eval
    attempt('eval', () => (0, eval)('1')),
    // oxlint-disable-next-line no-implied-eval, no-new-func
    attempt('function', () => new Function('return 1')),
    attempt(
      'code of a text',
      () =>
        new Promise((resolve) => {
          Reflect.set(window, 'ran', () => resolve(true));
          // oxlint-disable-next-line no-implied-eval
          setTimeout('window.ran()', 0);
        }),
    ),
    attempt('function of the bridge', () =>
      Reflect.construct(window.mostrador.on.constructor as FunctionConstructor, ['return process']),
    ),
    attempt('download', () =>
      made('a', { href: URL.createObjectURL(new Blob(['x'])), download: 'x.sh' }).click(),
    ),
    attempt('assembly', () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
  ]);
  for (const html of [
    `<iframe src="${url}frame"></iframe>`,
    '<iframe src="app://mostrador/index.html"></iframe>',
    '<iframe src="file:///etc/passwd"></iframe>',
    '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
    '<iframe src="data:text/html,<script>parent.hacked=1</script>"></iframe>',
    '<iframe src="javascript:parent.hacked=1"></iframe>',
    `<object data="${url}object"></object><embed src="${url}embed"><webview src="${url}webview"></webview>`,
    `<link rel="prefetch" href="${url}prefetch"><link rel="preload" as="fetch" href="${url}preload"><link rel="modulepreload" href="${url}module.js"><link rel="manifest" href="${url}manifest"><link rel="icon" href="${url}icon">`,
    `<meta http-equiv="refresh" content="0;url=${url}refresh">`,
    `<style>@import url(${url}import.css); body { background: url(${url}background) }</style>`,
    `<div style="background:url(${url}inline)">x</div><svg><image href="${url}image"/><use href="${url}use#x"/></svg>`,
    '<img src=x onerror="window.hacked=1"><svg onload="window.hacked=1"></svg><details open ontoggle="window.hacked=1">',
    `<base href="${url}">`,
  ])
    add(html);
  const form = made('form', { action: `${url}form`, method: 'post' });
  document.body.append(form);
  form.submit();
  const click = (href: string, target = ''): void => made('a', { href, target, ping: `${url}ping` }).click();
  for (const href of [
    url,
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:window.hacked=1',
    URL.createObjectURL(new Blob(['x'], { type: 'text/html' })),
  ]) {
    click(href);
    click(href, '_blank');
    if (window.open(href) !== null) worked.push(`window ${href}`);
    try {
      window.location.href = href;
    } catch {
      // Denied at once.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, limit));
  form.remove();
  if (Reflect.has(window, 'hacked')) worked.push('code in the page');
  for (const frame of Array.from(window.frames)) {
    try {
      if ('mostrador' in frame) worked.push('bridge in a frame');
    } catch {
      // A frame of another origin says nothing at all.
    }
  }
  for (const name of [
    'require',
    'process',
    'module',
    'Buffer',
    'ipcRenderer',
    'electron',
    '__dirname',
    'global',
  ])
    if (Reflect.has(window, name)) worked.push(name);
  return worked;
}
