import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: path.resolve(import.meta.dirname, '../../.cache/vite'),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5_273, fs: { allow: [path.resolve(import.meta.dirname, '../..')] } },
});
