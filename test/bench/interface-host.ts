import { createEngine } from '../../main/engine.ts';
import { startHttpHost } from '../../main/http/http-host.ts';
import { warmUp } from '../../main/warm-up.ts';

/**
 * A process of its own, so that the browser's measuring does not share a thread with the engine:
 * `node interface-host.ts LIBRARY RENDERER` prints the address of the page and ends with its input.
 * The engine is not started: the masters of a generated library are not there.
 */
const [libraryPath = '', rendererFolder = ''] = process.argv.slice(2);
const engine = await createEngine({ libraryPath, host: 'browser', environment: { PATH: '' } });
warmUp(engine.catalog);
const host = await startHttpHost({ engine, port: 0, rendererFolder });
console.log(host.pageUrl);
process.stdin.resume().once('end', () => void host.close().then(() => engine.stop()));
