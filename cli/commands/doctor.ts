import type { Command } from 'commander';
import type { DoctorReport, ToolChoice } from '../../core/contract/system.ts';
import { writeBytes } from '../../core/text/write-figures.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import type { Output } from '../output.ts';
import { printable } from '../text/printable.ts';
import { count } from '../text/units.ts';

export function addDoctorCommand(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .summary('show what AVlogue found on this machine, and whether it works')
    .description(
      'Shows which FFmpeg was chosen and why, what it can make, the library’s state, and what does not work. Exit status 1 when something does not.',
    )
    .addHelpText(
      'after',
      '\nFFMPEG_PATH and FFPROBE_PATH name another FFmpeg; so do the settings.\n\nExample:\n  avlogue doctor',
    )
    .action((_options: unknown, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        const report = await client.system.doctor();
        output.print(report, () => renderReport(report, output));
        return report.checks.every(({ ok }) => ok) ? EXIT.done : EXIT.failed;
      }),
    );
}

function renderReport(report: DoctorReport, output: Output): string {
  const { paint } = output;
  const { catalog } = report;
  const facts: readonly (readonly [string, string])[] = [
    ['AVlogue', `${report.version} on Node ${report.nodeVersion}`],
    ['Library', report.libraryPath],
    [
      'Catalog',
      `${catalog.mediaCount} media, snapshot ${writeBytes(catalog.snapshotBytes)}, journal ${writeBytes(catalog.journalBytes)}`,
    ],
    ['Free space', report.freeBytes === null ? 'unknown' : writeBytes(report.freeBytes)],
    [
      'Processors',
      `${report.processors}; ${count(report.parallelJobs, 'job', 'jobs')} at a time, ${count(report.encoderThreads, 'encoder thread', 'encoder threads')}`,
    ],
    ['Encoders', `${report.encoders.length} (--json lists them)`],
  ];
  return [
    facts.map(([name, value]) => `${paint('dim', name.padEnd(12))} ${printable(value)}\n`).join(''),
    renderTool('FFmpeg', report.ffmpeg, output),
    renderTool('ffprobe', report.ffprobe, output),
    renderUnavailable(report, output),
    catalog.notices
      .map(({ message }) => `${paint('yellow', 'note')} ${printable(message)}\n`)
      .join(''),
    '\n',
    report.checks.map((check) => renderCheck(check, output)).join(''),
  ].join('');
}

function renderTool(name: string, choice: ToolChoice, output: Output): string {
  const head =
    choice.chosen === null
      ? 'none found'
      : `${choice.chosen} (${choice.version ?? 'unknown version'})`;
  const table = output.table({
    columns: [
      { title: '' },
      { title: 'Candidate', shrinkTo: 16 },
      { title: 'From' },
      { title: 'Version', shrinkTo: 8 },
      { title: 'Why', shrinkTo: 20 },
    ],
    rows: choice.candidates.map(({ path, source, version, works, reason }) => [
      path === choice.chosen
        ? { text: '●', style: 'green' }
        : works
          ? '○'
          : { text: '·', style: 'dim' },
      path,
      source,
      version ?? '',
      reason,
    ]),
  });
  return `\n${output.paint('bold', name)}  ${printable(head)}\n${choice.candidates.length === 0 ? '' : table}`;
}

function renderUnavailable({ unavailableFormats }: DoctorReport, { paint }: Output): string {
  if (unavailableFormats.length === 0) return '';
  const list = unavailableFormats.map(
    ({ formatId, encoders }) => `${formatId} (${encoders.join(', ')})`,
  );
  return `\n${paint('yellow', 'Formats that this FFmpeg cannot make')}: ${list.join('; ')}\n`;
}

function renderCheck(check: DoctorReport['checks'][number], { paint }: Output): string {
  const mark = check.ok ? paint('green', 'ok  ') : paint('red', 'FAIL');
  return `${mark} ${printable(check.name)}: ${printable(check.message)}\n`;
}
