import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { errorCodeOf } from '../files/error-code-of.ts';
import { PAGE_POLICY } from './security-headers.ts';
import type { ServedFile } from './serve-file-range.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Names that hold a hash of their content, as the bundler writes them. */
const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** The built user interface. */
export interface RendererFiles {
  /** The file at this path of the address, `/` being the page; null: there is none. */
  find(urlPath: string): Promise<ServedFile | null>;
}

/** Addresses are looked up in a list of what stands in the folder, so that none can lead out of it. */
export function createRendererFiles(folder: string): RendererFiles {
  let listed: ReadonlyMap<string, string> = new Map();
  return {
    async find(urlPath) {
      const name = urlPath === '/' ? '/index.html' : urlPath;
      // built anew since, or not built at the start
      if (!listed.has(name)) listed = await listFiles(folder);
      const path = listed.get(name);
      return path === undefined ? null : describeFile(name, path);
    },
  };
}

function describeFile(name: string, path: string): ServedFile {
  const kept = HASHED.test(name) ? 'private, max-age=31536000, immutable' : 'no-store';
  return {
    path,
    mimeType: TYPES[extname(name)] ?? 'application/octet-stream',
    headers: { 'content-security-policy': PAGE_POLICY, 'cache-control': kept },
  };
}

async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Map(
      files.map((file) => {
        const path = join(file.parentPath, file.name);
        return [`/${relative(folder, path).split(sep).join('/')}`, path];
      }),
    );
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return new Map();
    throw error;
  }
}
