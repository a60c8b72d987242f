import type { DoctorReport } from '../../../core/contract/system.ts';

export const SAMPLE_DOCTOR: DoctorReport = {
  version: '0.1.0',
  nodeVersion: '24.21.0',
  libraryPath: '/home/anna/AVlogue',
  ffmpeg: {
    chosen: '/usr/bin/ffmpeg',
    version: '7.1.2',
    candidates: [
      {
        source: 'system',
        path: '/usr/bin/ffmpeg',
        works: true,
        version: '7.1.2',
        reason: 'Chosen: the newest that works.',
      },
      {
        source: 'ffmpeg-static',
        path: '/opt/avlogue/ffmpeg',
        works: true,
        version: '6.1.1',
        reason: 'Older than the one chosen.',
      },
    ],
  },
  ffprobe: {
    chosen: '/usr/bin/ffprobe',
    version: '7.1.2',
    candidates: [
      {
        source: 'system',
        path: '/usr/bin/ffprobe',
        works: true,
        version: '7.1.2',
        reason: 'Chosen: as new as FFmpeg.',
      },
      {
        source: 'ffprobe-static',
        path: '/opt/avlogue/ffprobe',
        works: true,
        version: '4.0.2',
        reason: 'Older than FFmpeg, so it is the last resort.',
      },
    ],
  },
  encoders: ['libx264', 'libvpx-vp9', 'libopus', 'aac', 'libmp3lame', 'flac'],
  unavailableFormats: [{ formatId: 'av1-1080p', encoders: ['libsvtav1', 'libaom-av1'] }],
  processors: 8,
  parallelJobs: 2,
  encoderThreads: 8,
  freeBytes: 182_000_000_000,
  catalog: { mediaCount: 152, snapshotBytes: 1_400_000, journalBytes: 24_000, notices: [] },
  checks: [
    { name: 'FFmpeg', ok: true, message: 'FFmpeg 7.1.2 at /usr/bin/ffmpeg works.' },
    {
      name: 'Library folder',
      ok: true,
      message: '/home/anna/AVlogue can be written; 182 GB are free.',
    },
    {
      name: 'AV1',
      ok: false,
      message: 'This FFmpeg has no AV1 encoder; AV1 formats are not offered.',
    },
  ],
};
