import { devicesContract } from './devices.ts';
import { formatSetsContract, formatsContract } from './formats.ts';
import { importContract } from './import.ts';
import { jobsContract } from './jobs.ts';
import { mediaContract } from './media.ts';
import { publishContract } from './publish.ts';
import { systemContract } from './system.ts';

/** Every operation of AVlogue, once. The window, the browser, other applications and the terminal call these. */
export const contract = {
  system: systemContract,
  import: importContract,
  media: mediaContract,
  formats: formatsContract,
  formatSets: formatSetsContract,
  devices: devicesContract,
  jobs: jobsContract,
  publish: publishContract,
};

export type Contract = typeof contract;
