import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * For `npm run dev`: the address with its token that a running host (`avlogue serve`) printed. Calls of the page are
 * passed on to it with that token, and with its own address in place of the development server's.
 */
const address = process.env.AVLOGUE_URL;
const ENGINE_ROUTES = ['/rpc', '/api', '/upload', '/files'];

function proxyTo(url: string) {
  const { origin, searchParams } = new URL(url);
  const headers = { origin, authorization: `Bearer ${searchParams.get('token') ?? ''}` };
  const proxy = { target: origin, changeOrigin: true, headers };
  return Object.fromEntries(ENGINE_ROUTES.map((route) => [route, proxy]));
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: address === undefined ? {} : proxyTo(address),
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
