import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** A running host (`avlogue serve --port 4680`) that `npm run dev` passes the engine's calls on to. */
const host = process.env.AVLOGUE_HOST ?? 'http://127.0.0.1:4680';
const engineRoutes = ['/rpc', '/api', '/upload', '/media', '/files', '/preview'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(engineRoutes.map((route) => [route, host])),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'chrome120',
    // The page's Content-Security-Policy allows no data: scripts; small assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
