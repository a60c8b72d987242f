import { describe, expect, it } from 'vitest';
import { createRowMaker, posterUrl } from '../../../core/catalog/media-row.ts';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { hashOf, sampleJob, sampleMedia, sampleRenditions } from './sample-media.ts';

const media = sampleMedia(1, { renditions: sampleRenditions('m1', hashOf(1), 6) });

describe('a row', () => {
  it('counts the enabled devices that some rendition plays on', () => {
    const makeRow = createRowMaker();
    const source = { media, job: undefined, status: 'ready' } as const;
    const all = makeRow(source, BUILT_IN_DEVICES);
    expect(all.enabledDevices).toBe(BUILT_IN_DEVICES.length);
    // the old Android wants H.264 Baseline, and nothing of the sort was made
    expect(all.coveredDevices).toBe(BUILT_IN_DEVICES.length - 1);
    const fewer = BUILT_IN_DEVICES.map((device) => ({
      ...device,
      enabled: device.id !== 'android-old',
    }));
    expect(makeRow(source, fewer)).toMatchObject({
      coveredDevices: BUILT_IN_DEVICES.length - 1,
      enabledDevices: BUILT_IN_DEVICES.length - 1,
    });
    const bare = { ...source, media: sampleMedia(2) };
    expect(makeRow(bare, fewer).coveredDevices).toBe(0);
  });

  it('leaves out devices that are not for its kind of media', () => {
    const makeRow = createRowMaker();
    const [device] = BUILT_IN_DEVICES;
    if (device === undefined) throw new Error('no devices');
    const signage = { ...device, id: 'signage', builtIn: false, audio: [] };
    const audio = { ...media, kind: 'audio' } as const;
    const devices = [device, signage];
    expect(makeRow({ media: audio, job: undefined, status: 'ready' }, devices)).toMatchObject({
      enabledDevices: 1,
    });
    expect(makeRow({ media, job: undefined, status: 'ready' }, devices)).toMatchObject({
      enabledDevices: 2,
    });
  });

  it('tells the media’s problem, or else that of the failed job', () => {
    const makeRow = createRowMaker();
    const error = { code: 'conversion/disk-full', message: 'full', details: {} } as const;
    const job = sampleJob(1, { status: 'failed', error });
    expect(makeRow({ media, job, status: 'failed' }, []).problemCode).toBe('conversion/disk-full');
    const problem = { ...error, code: 'import/truncated' } as const;
    const bad = { ...media, problem };
    expect(makeRow({ media: bad, job, status: 'failed' }, []).problemCode).toBe('import/truncated');
    const retried = { ...job, status: 'queued' } as const;
    expect(makeRow({ media, job: retried, status: 'queued' }, []).problemCode).toBeNull();
  });

  it('links to a poster by a version that changes with the picture', () => {
    const poster = {
      file: 'posters/m1-abc.jpg',
      width: 1,
      height: 1,
      sizeBytes: 1,
      source: 'frame',
      atSeconds: 1,
    } as const;
    expect(posterUrl({ id: 'm1', poster })).toBe('/files/poster/m1?v=abc');
    expect(posterUrl({ id: 'm1', poster: { ...poster, file: 'posters/x y.jpg' } })).toBe(
      '/files/poster/m1?v=x%20y',
    );
    expect(posterUrl({ id: 'm1', poster: null })).toBeNull();
  });
});
