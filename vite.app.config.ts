import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, defineConfig, type UserConfig } from 'vite';
import { WORKER_NAMES } from './core/work/worker-names.ts';

const ROOT = import.meta.dirname;
const NODE = [/^node:/, ...builtinModules];

const shared: BuildOptions = {
  emptyOutDir: true,
  minify: false,
  reportCompressedSize: false,
  target: 'node24',
};

/**
 * The desktop application as JavaScript, in the layout of the source, so that what looks for its neighbours finds them:
 * Electron strips no types. One part a run: `vite build --config vite.app.config.ts --mode main|workers|preload`.
 */
export default defineConfig(({ mode }) => ({
  root: ROOT,
  publicDir: false,
  logLevel: 'error',
  ...partOf(mode),
}));

function partOf(mode: string): UserConfig {
  switch (mode) {
    case 'main':
      // packages stay in node_modules, file by file: that is what the package holds
      return {
        build: {
          ...shared,
          ssr: true,
          outDir: 'dist/app',
          rollupOptions: {
            input: join(ROOT, 'main/electron/main.ts'),
            output: { format: 'es', preserveModules: true, preserveModulesRoot: ROOT },
          },
        },
      };
    case 'workers':
      // whole in themselves: threads start outside the archive, where no package is
      return {
        ssr: { noExternal: true },
        build: {
          ...shared,
          ssr: true,
          emptyOutDir: false,
          outDir: 'dist/app/workers',
          rollupOptions: {
            input: WORKER_NAMES.map((name) => join(ROOT, `workers/${name}.ts`)),
            external: NODE,
            output: {
              format: 'es',
              entryFileNames: '[name].js',
              chunkFileNames: 'parts/[name].js',
              // fluent-ffmpeg is CommonJS and looks for its presets beside itself
              banner: 'const __dirname = import.meta.dirname;',
            },
          },
        },
      };
    case 'preload':
      // a sandboxed preload is CommonJS and can require nothing but electron
      return {
        build: {
          ...shared,
          target: 'chrome140',
          outDir: 'preload/dist',
          lib: { entry: join(ROOT, 'preload/preload.ts'), formats: ['cjs'] },
          rollupOptions: { external: ['electron'], output: { entryFileNames: 'preload.cjs' } },
        },
      };
    default:
      throw new Error(`--mode must be main, workers or preload, not ${mode}.`);
  }
}
