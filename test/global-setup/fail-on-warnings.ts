import { afterAll } from 'vitest';

/** Node's warnings (deprecations, listener leaks) are defects that have not happened yet. */
const warnings: string[] = [];

process.on('warning', (warning) => {
  warnings.push(`${warning.name}: ${warning.message}`);
});

afterAll(() => {
  const found = warnings.splice(0);
  if (found.length > 0) throw new Error(`Node warned during these tests:\n${found.join('\n')}`);
});
