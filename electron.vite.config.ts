import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { latinPlugin } from './scripts/package/rules/latin-plugin.ts';
import { licencesPlugin } from './scripts/package/rules/licences-plugin.ts';
import { CHANNELS, EVENTS } from './src/main/ipc/channels.ts';

// Oldest runtime the app is started on: the one that development machines without the official Electron use.
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';
const DEV_PORT = 5_274;
// Only what must be loaded from disk stays outside the bundle: native modules, and what tries to load some.
const NATIVE = ['electron', 'keytar', '@photostructure/sqlite', 'ssh2', '@ngrok/ngrok', /^node:/];

export default defineConfig(({ command }) => ({
  main: {
    // Said here: by itself it would depend on a variable of whoever builds.
    define: { 'import.meta.env.DEV': JSON.stringify(command === 'serve') },
    plugins: [
      latinPlugin(),
      licencesPlugin({ root: import.meta.dirname, loads: ['@ngrok/ngrok'], also: ['electron'] }),
    ],
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      outDir: 'out/main',
      rollupOptions: {
        external: NATIVE,
        // The demonstration's PedidosYa and ngrok's client are processes of their own: main never loads them.
        input: {
          index: 'src/main/index.ts',
          demo: 'src/simulator/demo/process.ts',
          'ngrok-process': 'src/main/tunnel/ngrok-process.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    define: { BORDER: JSON.stringify({ channels: Object.keys(CHANNELS), events: Object.keys(EVENTS) }) },
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        external: ['electron'],
        input: 'src/preload/index.ts',
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    cacheDir: path.resolve(import.meta.dirname, '.cache/vite-dev'),
    // Pages have the app's own address, so they must be told where the server is that sends them changes.
    server: {
      host: '127.0.0.1',
      port: DEV_PORT,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: DEV_PORT },
    },
    plugins: [react(), licencesPlugin({ root: import.meta.dirname })],
    build: {
      target: CHROME_TARGET,
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: ['index.html', 'card.html', 'sound.html'].map((name) =>
          path.resolve(import.meta.dirname, 'src/renderer', name),
        ),
      },
    },
  },
}));
