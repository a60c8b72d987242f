import { homedir } from 'node:os';
import type { UserPlaces } from '../default-library.ts';

export function userPlaces(): UserPlaces {
  return { environment: process.env, platform: process.platform, homeFolder: homedir() };
}
