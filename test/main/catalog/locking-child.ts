import { reportError } from '../../../core/errors/app-error.ts';
import { acquireLock } from '../../../main/catalog/lock.ts';

/** Says `ready`, waits for a line, tries to get the lock, says how it went, and keeps it until its input ends. */
const [path = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  try {
    await acquireLock(path);
    process.stdout.write('won\n');
  } catch (error) {
    process.stdout.write(`${JSON.stringify(reportError(error))}\n`);
  }
});
