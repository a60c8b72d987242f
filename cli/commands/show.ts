import { join } from 'node:path';
import type { Command } from 'commander';
import { publishedFolder } from '../../core/publishing/published-names.ts';
import type { Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import { renderMedia } from '../text/media-text.ts';
import { printable } from '../text/printable.ts';
import { writeTime } from '../text/units.ts';

/** Where a media stands on the web. */
interface Standing {
  readonly targetId: string;
  /** Absolute. */
  readonly folder: string;
  readonly publishedAtMs: number;
}

export function addShowCommand(program: Command, context: CommandContext): void {
  program
    .command('show')
    .argument('<media>', 'id or slug')
    .summary('show one media with its renditions')
    .description(
      'Shows one media: its master, its renditions with what was measured in them, what went wrong, and where it is published.',
    )
    .addHelpText('after', '\nExample:\n  avlogue show summer-interview')
    .action((key: string, _options: unknown, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        const media = await resolveMedia(client, key);
        const publications = await standingsOf(client, media.id);
        output.print({ ...media, publications }, () => {
          const lines = publications.map(
            ({ folder, publishedAtMs }) =>
              `Published ${writeTime(publishedAtMs)} in ${printable(folder)}\n`,
          );
          return [renderMedia(media, output), ...lines].join('');
        });
        return EXIT.done;
      }),
    );
}

async function standingsOf(client: Client, mediaId: string): Promise<readonly Standing[]> {
  const publications = await client.publish.publications({ mediaId });
  const targets = publications.length === 0 ? [] : await client.publish.targets();
  return publications.flatMap(({ targetId, slug, publishedAtMs }) => {
    const target = targets.find(({ id }) => id === targetId);
    if (target === undefined) return [];
    return {
      targetId,
      folder: join(target.path, ...publishedFolder(slug).split('/')),
      publishedAtMs,
    };
  });
}
