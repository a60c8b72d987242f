import type { DeviceCoverage, FormatDecision, Plan } from '../../core/model/plan.ts';
import { explainReason } from '../../core/planning/explain-reason.ts';
import { writeDuration } from '../../core/text/write-figures.ts';
import { writeBitrate } from '../../core/text/write-sentence.ts';
import type { Output } from '../output.ts';
import type { Style } from './colours.ts';
import type { Cell, Table } from './table.ts';
import { writeSize } from './units.ts';

const DECISION_STYLES: Readonly<Record<FormatDecision['decision'], Style>> = {
  encode: 'green',
  copy: 'cyan',
  skip: 'dim',
};

/** The whole plan for people: what is made and why, then which device plays what. */
export function renderPlan(plan: Plan, output: Output): string {
  const { paint } = output;
  const missing = plan.coverage.filter(({ format }) => format === null).length;
  const covered = `${plan.coverage.length - missing} of ${plan.coverage.length} devices are covered.`;
  return [
    `${describeMedia(plan)}\n\n`,
    output.table(formatsTable(plan)),
    `\n${output.table(coverageTable(plan))}`,
    `\n${paint('dim', '● gets this one   ○ would play   · would not')}\n`,
    `${paint(missing === 0 ? 'green' : 'yellow', covered)}\n`,
  ].join('');
}

function describeMedia({ media }: Plan): string {
  const parts = [
    media.kind,
    writeSize(media.width, media.height),
    media.frameRate === null ? '' : `${Number(media.frameRate.toFixed(2))} frames a second`,
    writeDuration(media.durationSeconds),
    [media.videoCodec, media.audioCodec].filter(Boolean).join(' + '),
    media.bitrateBps > 0 ? writeBitrate(media.bitrateBps) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function formatsTable(plan: Plan): Table {
  const numbers = renditionNumbers(plan);
  return {
    columns: [
      { title: '#', align: 'right' },
      { title: 'Format', shrinkTo: 12 },
      { title: 'Decision' },
      { title: 'Size' },
      { title: 'At most', align: 'right' },
      { title: 'Why', shrinkTo: 24 },
    ],
    rows: plan.formats.map((format): readonly (string | Cell)[] => [
      String(numbers.get(format.format) ?? ''),
      format.format,
      { text: format.decision, style: DECISION_STYLES[format.decision] },
      writeSize(format.width, format.height),
      format.bitrateBps === null ? '' : writeBitrate(format.bitrateBps),
      format.reasons.map(explainReason).join(' '),
    ]),
  };
}

/** Devices down, renditions across, each rendition by its number in the table above. */
function coverageTable(plan: Plan): Table {
  const numbers = renditionNumbers(plan);
  return {
    columns: [
      { title: 'Device', shrinkTo: 16 },
      ...[...numbers.values()].map((number) => ({
        title: String(number),
        align: 'right' as const,
      })),
      { title: 'Gets', shrinkTo: 12 },
      { title: 'Why', shrinkTo: 20, leaves: 1 },
    ],
    rows: plan.coverage.map((device): readonly (string | Cell)[] => [
      device.deviceName,
      ...[...numbers.keys()].map((format) => markOf(device, format)),
      device.format === null ? { text: 'nothing', style: 'yellow' } : device.format,
      device.reasons.map(explainReason).join(' '),
    ]),
  };
}

function markOf(device: DeviceCoverage, format: string): Cell {
  if (device.format === format) return { text: '●', style: 'green' };
  const plays = device.renditions.find((rendition) => rendition.format === format)?.plays ?? false;
  return plays ? { text: '○' } : { text: '·', style: 'dim' };
}

function renditionNumbers(plan: Plan): ReadonlyMap<string, number> {
  const made = plan.formats.filter(({ decision }) => decision !== 'skip');
  return new Map(made.map(({ format }, index) => [format, index + 1]));
}
