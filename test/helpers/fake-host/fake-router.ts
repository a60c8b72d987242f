import { type EventPublisher, implement, type Router } from '@orpc/server';
import { contract } from '../../../core/contract/contract.ts';
import { devicesFileSchema } from '../../../core/contract/devices.ts';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { type ErrorReport, reportError } from '../../../core/errors/app-error.ts';
import { BUILT_IN_FORMAT_SETS, BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import type { Device } from '../../../core/model/device.ts';
import type { EngineEvent } from '../../../core/model/engine-event.ts';
import type { FormatSet } from '../../../core/model/format.ts';
import {
  DEFAULT_SETTINGS,
  type PublishTarget,
  type Refusal,
  type Settings,
  type WatchFolder,
} from '../../../core/model/library.ts';
import { bytesToWrite } from '../../../core/publishing/plan-publication.ts';
import { publishedUrls } from '../../../core/publishing/published-urls.ts';
import { buildSnippet, type SnippetFile } from '../../../core/snippet/build-snippet.ts';
import type { SnippetOptions } from '../../../core/snippet/snippet-options.ts';
import { SAMPLE_DOCTOR } from './fake-doctor.ts';
import { progressOf, sampleJobs } from './fake-jobs.ts';
import { createFakeLibrary } from './fake-library.ts';
import { type SampleMedia, sampleDetail, samplePlan, slugOf } from './sample-media.ts';

export interface FakeEngine {
  readonly publisher: EventPublisher<{ event: EngineEvent }>;
  readonly mediaCount: number;
  /** Other than the usual. */
  readonly settings?: Partial<Settings>;
}

const CREATED_MS = Date.UTC(2026, 9, 1);
const os = implement(contract);

/** The contract over sample data: enough for every view, and for states that are hard to make for real. */
export function createFakeRouter({
  publisher,
  mediaCount,
  settings: chosen,
}: FakeEngine): Router<typeof contract, Record<never, never>> {
  const library = createFakeLibrary(mediaCount);
  const filled = mediaCount > 0;
  const edits = new Map<string, { title?: string; slug?: string; description?: string }>();
  let settings: Settings = { ...DEFAULT_SETTINGS, ...chosen };
  let sequence = 0;
  let jobs = filled ? sampleJobs() : [];
  let targets: readonly PublishTarget[] = filled ? [SAMPLE_TARGET] : [];
  let folders: readonly WatchFolder[] = filled ? SAMPLE_FOLDERS : [];
  let ownSets: readonly FormatSet[] = [];
  let ownDevices: readonly Device[] = [];
  let refusals: readonly Refusal[] = filled ? [SAMPLE_REFUSAL] : [];

  function touch(
    collection: string,
    id: string,
    change: 'put' | 'patch' | 'remove' = 'patch',
  ): void {
    sequence += 1;
    publisher.publish('event', {
      type: 'catalog',
      sequence,
      touched: [{ collection, id, change }],
    });
  }

  function found(id: string): SampleMedia {
    const media = library.find(id);
    if (media === null) throw refuse('catalog/not-found', `There is no media “${id}”.`);
    return media;
  }

  function detail(id: string) {
    const { title, slug, description } = edits.get(id) ?? {};
    const whole = sampleDetail(found(id));
    return {
      ...whole,
      title: title ?? whole.title,
      slug: slug ?? whole.slug,
      description: description ?? whole.description,
    };
  }

  return os.router({
    system: {
      info: os.system.info.handler(() => ({
        version: '0.1.0',
        libraryPath: SAMPLE_DOCTOR.libraryPath,
        host: 'browser' as const,
      })),
      doctor: os.system.doctor.handler(() => SAMPLE_DOCTOR),
      settings: os.system.settings.handler(() => settings),
      updateSettings: os.system.updateSettings.handler(({ input }) => {
        settings = Object.assign({}, settings, input);
        touch('settings', 'settings');
        return settings;
      }),
      backup: os.system.backup.handler(() => ({
        file: '/home/anna/AVlogue/backups/catalog-2026-11-20.json',
      })),
      events: os.system.events.handler(async function* ({ signal }) {
        for await (const event of publisher.subscribe(
          'event',
          signal === undefined ? {} : { signal },
        ))
          yield event;
      }),
    },
    import: {
      paths: os.import.paths.handler(({ input }) => ({
        batchId: 'batch-1',
        results: input.paths.map((path) => ({
          outcome: 'duplicate' as const,
          path,
          mediaId: 'media-0',
        })),
      })),
      refusals: os.import.refusals.handler(() => refusals),
      finish: os.import.finish.handler(() => ({})),
      retryRefusals: os.import.retryRefusals.handler(() => ({
        results: refusals.map(({ path, error }) => ({ outcome: 'refused' as const, path, error })),
      })),
      dismissRefusals: os.import.dismissRefusals.handler(({ input }) => {
        refusals = refusals.filter(({ id }) => !input.ids.includes(id));
        touch('refusals', input.ids[0] ?? '', 'remove');
        return {};
      }),
      watchFolders: os.import.watchFolders.handler(() =>
        folders.map((folder) => ({
          ...folder,
          state: folder.polling === 'always' ? ('polling' as const) : ('watching' as const),
          message: null,
          notice: null,
          mediaCount: 41,
        })),
      ),
      saveWatchFolder: os.import.saveWatchFolder.handler(({ input }) => {
        const saved = {
          ...input,
          id: input.id ?? slugOf(input.path),
          createdAtMs: CREATED_MS,
        };
        folders = [...folders.filter(({ id }) => id !== saved.id), saved];
        touch('watchFolders', saved.id, 'put');
        return saved;
      }),
      removeWatchFolder: os.import.removeWatchFolder.handler(({ input }) => {
        folders = folders.filter(({ id }) => id !== input.id);
        touch('watchFolders', input.id, 'remove');
        return {};
      }),
    },
    media: {
      list: os.media.list.handler(({ input }) => library.window(input)),
      get: os.media.get.handler(({ input }) => detail(input.id)),
      update: os.media.update.handler(({ input, errors }) => {
        const { id, title, slug, description } = input;
        if (slug === 'taken')
          throw errors.REFUSED({
            data: {
              code: 'catalog/conflict',
              message: 'The slug “taken” belongs to another media. Choose another one.',
              details: {},
            },
          });
        edits.set(id, {
          ...edits.get(id),
          ...(title === undefined ? {} : { title }),
          ...(slug === undefined ? {} : { slug }),
          ...(description === undefined ? {} : { description }),
        });
        touch('media', id);
        return detail(id);
      }),
      remove: os.media.remove.handler(({ input }) => {
        const [first = '', ...others] = input.ids;
        const title = others.length === 0 ? sampleDetail(found(first)).title : null;
        library.remove(input.ids);
        touch('media', first, 'remove');
        return { removed: input.ids.length, title, undoToken: 'undo-1' };
      }),
      undoRemove: os.media.undoRemove.handler(() => {
        const restored = library.restore();
        touch('media', 'media-0', 'put');
        return { restored };
      }),
      plan: os.media.plan.handler(({ input }) => samplePlan(found(input.id))),
      planPath: os.media.planPath.handler(() => samplePlan(found('media-0'))),
      snippet: os.media.snippet.handler(({ input, errors }) => {
        try {
          const sets = [...BUILT_IN_FORMAT_SETS, ...ownSets];
          return sampleSnippet(detail(input.id), input.options, sets);
        } catch (error) {
          throw errors.REFUSED({ data: reportError(error) });
        }
      }),
      setPoster: os.media.setPoster.handler(({ input }) => {
        touch('media', input.id);
        return detail(input.id);
      }),
      addCaption: os.media.addCaption.handler(({ input }) => {
        touch('media', input.id);
        return { ...detail(input.id), captionId: 'added-1' };
      }),
      updateCaption: os.media.updateCaption.handler(({ input }) => {
        touch('media', input.id);
        return detail(input.id);
      }),
      removeCaption: os.media.removeCaption.handler(({ input }) => {
        touch('media', input.id);
        return { ...detail(input.id), text: '' };
      }),
      removeRenditions: os.media.removeRenditions.handler(({ input }) => {
        touch('media', input.id);
        return {};
      }),
    },
    formats: {
      list: os.formats.list.handler(() =>
        BUILT_IN_FORMATS.map((format) => ({
          ...format,
          available: !format.id.startsWith('av1'),
          missingEncoders: format.id.startsWith('av1') ? ['libsvtav1', 'libaom-av1'] : [],
        })),
      ),
      validate: os.formats.validate.handler(() => ({
        problems: [],
        command: 'ffmpeg -i MASTER -c:v libx264 -crf 22 -maxrate 7000k -bufsize 14000k OUTPUT.mp4',
      })),
      save: os.formats.save.handler(({ input }) => ({ ...input, builtIn: false })),
      duplicate: os.formats.duplicate.handler(({ input }) => {
        const format = BUILT_IN_FORMATS.find(({ id }) => id === input.id);
        if (format === undefined) throw refuse('catalog/not-found', 'There is no such format.');
        return {
          ...format,
          id: `${format.id}-copy`,
          name: input.name ?? `${format.name} (copy)`,
          builtIn: false,
        };
      }),
      remove: os.formats.remove.handler(() => ({})),
      import: os.formats.import.handler(() => ({
        formatIds: [],
        formatSetIds: [],
        leftOut: [],
        remarks: [],
        notes: [],
      })),
      export: os.formats.export.handler(() => ({
        avlogue: 'formats' as const,
        version: 1 as const,
        formats: BUILT_IN_FORMATS,
        formatSets: BUILT_IN_FORMAT_SETS,
      })),
    },
    formatSets: {
      list: os.formatSets.list.handler(() => [...BUILT_IN_FORMAT_SETS, ...ownSets]),
      save: os.formatSets.save.handler(({ input }) => {
        const saved = { ...input, builtIn: false };
        ownSets = [...ownSets.filter(({ id }) => id !== saved.id), saved];
        return saved;
      }),
      remove: os.formatSets.remove.handler(({ input }) => {
        ownSets = ownSets.filter(({ id }) => id !== input.id);
        return {};
      }),
    },
    devices: {
      list: os.devices.list.handler(() =>
        [...BUILT_IN_DEVICES, ...ownDevices].map((device) => ({
          ...device,
          enabled: !settings.disabledDeviceIds.includes(device.id),
        })),
      ),
      save: os.devices.save.handler(({ input }) =>
        keepDevice({ ...input, builtIn: false, enabled: true }),
      ),
      setEnabled: os.devices.setEnabled.handler(({ input }) => {
        const others = settings.disabledDeviceIds.filter((id) => id !== input.id);
        settings = {
          ...settings,
          disabledDeviceIds: input.enabled ? others : [...others, input.id],
        };
        touch('settings', 'settings');
        const device = BUILT_IN_DEVICES.find(({ id }) => id === input.id);
        if (device === undefined) throw refuse('catalog/not-found', 'There is no such device.');
        return { ...device, enabled: input.enabled };
      }),
      remove: os.devices.remove.handler(({ input }) => {
        ownDevices = ownDevices.filter(({ id }) => id !== input.id);
        return {};
      }),
      import: os.devices.import.handler(({ input }) => {
        const { devices } = devicesFileSchema.parse(JSON.parse(input.json));
        for (const device of devices) keepDevice(device);
        return { deviceIds: devices.map(({ id }) => id), leftOut: [], remarks: [], notes: [] };
      }),
      export: os.devices.export.handler(() => ({
        avlogue: 'devices' as const,
        version: 1 as const,
        devices: ownDevices,
      })),
    },
    jobs: {
      state: os.jobs.state.handler(() => ({
        paused: settings.queuePaused,
        counts: countJobs(jobs),
        running: jobs.some(({ status }) => status === 'running')
          ? [progressOf('media-1', 0.42)]
          : [],
      })),
      list: os.jobs.list.handler(({ input }) => {
        const rows = jobs.filter(
          (job) =>
            (input.statuses === undefined || input.statuses.includes(job.status)) &&
            (input.mediaId === undefined || job.mediaId === input.mediaId),
        );
        return { rows: rows.slice(input.offset, input.offset + input.limit), total: rows.length };
      }),
      enqueue: os.jobs.enqueue.handler(({ input }) => ({
        jobIds: input.mediaIds.map((id) => `job-of-${id}`),
        skipped: [],
      })),
      cancelWaiting: os.jobs.cancelWaiting.handler(() => {
        const waiting = jobs.filter(({ status }) => status === 'queued').map(({ id }) => id);
        jobs = jobs.map((job) =>
          waiting.includes(job.id) ? { ...job, status: 'cancelled' as const } : job,
        );
        touch('jobs', waiting[0] ?? '');
        return { jobIds: waiting };
      }),
      cancel: os.jobs.cancel.handler(({ input }) => {
        jobs = jobs.map((job) =>
          input.ids.includes(job.id)
            ? { ...job, status: 'cancelled' as const, progress: null }
            : job,
        );
        touch('jobs', input.ids[0] ?? '');
        return { cancelled: input.ids.length };
      }),
      retry: os.jobs.retry.handler(({ input }) => ({ jobIds: input.ids })),
      retryFailed: os.jobs.retryFailed.handler(() => {
        jobs = jobs.map((job) =>
          job.status === 'failed' ? { ...job, status: 'queued' as const, error: null } : job,
        );
        touch('jobs', 'job-6');
        return { jobIds: ['job-6'] };
      }),
      move: os.jobs.move.handler(({ input }) => {
        const moved = jobs.filter(({ id }) => id === input.id);
        const others = jobs.filter(({ id }) => id !== input.id);
        const at = others.findIndex(({ id }) => id === input.beforeId);
        jobs = others.toSpliced(at < 0 ? others.length : at, 0, ...moved);
        touch('jobs', input.id);
        return {};
      }),
      pause: os.jobs.pause.handler(() => setPaused(true)),
      resume: os.jobs.resume.handler(() => setPaused(false)),
      clearFinished: os.jobs.clearFinished.handler(() => {
        const removed = jobs.filter(
          ({ status }) => status === 'done' || status === 'failed',
        ).length;
        jobs = jobs.filter(({ status }) => status === 'running' || status === 'queued');
        touch('jobs', 'job-0', 'remove');
        return { removed };
      }),
      log: os.jobs.log.handler(() => SAMPLE_LOG),
    },
    publish: {
      targets: os.publish.targets.handler(() =>
        targets.map((target) => ({ ...target, publicationCount: 17, writable: true })),
      ),
      saveTarget: os.publish.saveTarget.handler(({ input }) => {
        const language = input.language ?? 'en';
        const saved = {
          ...input,
          language,
          id: input.id ?? slugOf(input.name),
          createdAtMs: CREATED_MS,
        };
        targets = [...targets.filter(({ id }) => id !== saved.id), saved];
        touch('publishTargets', saved.id, 'put');
        return saved;
      }),
      removeTarget: os.publish.removeTarget.handler(({ input }) => {
        targets = targets.filter(({ id }) => id !== input.id);
        touch('publishTargets', input.id, 'remove');
        return {};
      }),
      preview: os.publish.preview.handler(({ input }) => {
        const steps = input.mediaIds.flatMap((id) => {
          const { slug, renditions } = detail(id);
          return [
            ...renditions.map(({ formatId, container, sizeBytes }) => ({
              file: `media/${slug}/${slug}-${formatId}.${container}`,
              action: 'add' as const,
              sizeBytes,
            })),
            { file: `media/${slug}/poster.jpg`, action: 'keep' as const, sizeBytes: 48_000 },
            { file: 'index.json', action: 'replace' as const, sizeBytes: 12_000 },
          ];
        });
        return { steps, bytesToWrite: bytesToWrite(steps), failed: [] };
      }),
      run: os.publish.run.handler(({ input }) => ({
        batchId: 'publish-1',
        published: input.mediaIds.map((mediaId) => {
          const { slug } = detail(mediaId);
          return {
            mediaId,
            slug,
            folder: `/home/anna/site/media/${slug}`,
            pageUrl: `https://media.example.org/media/${slug}/embed.html`,
          };
        }),
        failed: [],
      })),
      unpublish: os.publish.unpublish.handler(({ input }) => ({ removed: input.mediaIds.length })),
      publications: os.publish.publications.handler(({ input }) =>
        targets.flatMap((target) =>
          ['media-0', 'media-4', 'media-5']
            .filter(
              (id) =>
                library.find(id) !== null && (input.mediaId === undefined || input.mediaId === id),
            )
            .map((id) => ({
              id: `${target.id}.${id}`,
              targetId: target.id,
              mediaId: id,
              slug: detail(id).slug,
              title: detail(id).title,
              files: [],
              publishedAtMs: CREATED_MS,
            })),
        ),
      ),
    },
  });

  function keepDevice(device: Device): Device {
    ownDevices = [...ownDevices.filter(({ id }) => id !== device.id), device];
    return device;
  }

  function setPaused(paused: boolean) {
    settings = { ...settings, queuePaused: paused };
    touch('settings', 'settings');
    return {};
  }
}

function countJobs(jobs: ReturnType<typeof sampleJobs>) {
  const count = (status: string) => jobs.filter((job) => job.status === status).length;
  return {
    queued: count('queued'),
    running: count('running'),
    done: count('done'),
    failed: count('failed'),
    cancelled: count('cancelled'),
  };
}

/** The engine's own snippet over sample data. */
function sampleSnippet(
  media: ReturnType<typeof sampleDetail>,
  options: SnippetOptions,
  formatSets: readonly FormatSet[],
) {
  const request = { media, formatSets, options };
  const { html, formatIds } = buildSnippet({
    ...request,
    urlOf: publishedUrls(media.slug, options.baseUrl ?? ''),
  });
  const urlOf = (file: SnippetFile) =>
    file.kind === 'rendition'
      ? `/files/rendition/${media.id}/${file.rendition.id}`
      : `/files/poster/${media.id}`;
  return { html, formatIds, previewHtml: buildSnippet({ ...request, urlOf }).html };
}

function refuse(code: ErrorReport['code'], message: string): Error {
  return Object.assign(new Error(message), { code });
}

const SAMPLE_TARGET: PublishTarget = {
  id: 'my-site',
  name: 'My site',
  kind: 'folder',
  path: '/home/anna/site',
  baseUrl: 'https://media.example.org',
  language: 'en',
  createdAtMs: CREATED_MS,
};

const SAMPLE_FOLDERS: readonly WatchFolder[] = [
  {
    id: 'clips',
    path: '/home/anna/Clips',
    recursive: true,
    enabled: true,
    polling: 'auto',
    pollSeconds: 10,
    formatSetIds: [],
    convert: true,
    createdAtMs: CREATED_MS,
  },
  {
    id: 'archive',
    path: '/mnt/archive/recordings',
    recursive: true,
    enabled: true,
    polling: 'always',
    pollSeconds: 60,
    formatSetIds: [],
    convert: false,
    createdAtMs: CREATED_MS,
  },
];

const SAMPLE_REFUSAL: Refusal = {
  id: 'refusal-1',
  path: '/home/anna/Clips/IMG_2041.mov',
  watchFolderId: 'clips',
  error: {
    code: 'import/truncated',
    message: 'IMG_2041.mov is cut off: its index (moov) is missing.',
    details: {},
  },
  sizeBytes: 48_000_000,
  modifiedMs: CREATED_MS,
  atMs: CREATED_MS,
};

const SAMPLE_LOG = {
  runs: [
    {
      command:
        "ffmpeg -hide_banner -protocol_whitelist file,pipe -i 'file:/home/anna/Clips/opening-night.mov' -map 0:0 -c:v libx264 -crf 22 -maxrate 7000k -f mp4 .avlogue-91f3.tmp",
      argv: ['-hide_banner'],
      startedAtMs: CREATED_MS,
      seconds: 187,
      lines: [
        'frame= 4210 fps= 58 q=22.0 size=  81920kB time=00:02:20.33 bitrate=4782.1kbits/s speed=1.93x',
        'av_interleaved_write_frame(): No space left on device',
      ],
      outcome: 'failed' as const,
    },
  ],
};
