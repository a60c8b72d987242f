import { describe, expect, it } from 'vitest';
import { createBarsBoard } from '../../../cli/progress/bars-board.ts';
import { createLinesBoard } from '../../../cli/progress/lines-board.ts';
import { renderJobLine } from '../../../cli/progress/progress-line.ts';
import { displayWidth } from '../../../cli/text/display-width.ts';
import type { JobProgress } from '../../../core/model/job.ts';

function progress(fraction: number, jobId = 'j1'): JobProgress {
  return {
    jobId,
    mediaId: 'm1',
    phase: 'encoding',
    fraction,
    speed: 1.83,
    secondsLeft: 72,
    formatIds: [],
  };
}

describe('a progress line', () => {
  it('shows bar, percentage, phase, speed and time left', () => {
    expect(renderJobLine('Clip', progress(0.5), 100)).toMatch(
      /^Clip +█{15}░{15} {2} 50 % {2}encoding {2}1\.8× {2}1:12 left$/,
    );
  });

  it.each([40, 50, 80, 200])('stays within %i columns whatever the title is', (columns) => {
    const title =
      'A title 漢字 that is much longer than any terminal would want it to be, with 👩‍🚀';
    expect(displayWidth(renderJobLine(title, progress(0.3), columns))).toBeLessThan(columns);
  });
});

describe('progress bars on a terminal', () => {
  function board(): { readonly written: string[]; readonly time: { ms: number } } & ReturnType<
    typeof createBarsBoard
  > {
    const written: string[] = [];
    const time = { ms: 0 };
    const screen = { note: (text: string) => void written.push(text), progressColumns: () => 80 };
    return { written, time, ...createBarsBoard(screen, () => time.ms) };
  }

  it('draw at most ten times a second', () => {
    const bars = board();
    for (let step = 0; step < 100; step += 1) {
      bars.time.ms += 10;
      bars.job('Clip', progress(step / 100));
    }
    expect(bars.written.length).toBeGreaterThanOrEqual(9);
    expect(bars.written.length).toBeLessThanOrEqual(11);
  });

  it('draw over what they drew before, and leave nothing behind', () => {
    const bars = board();
    bars.job('One', progress(0.1, 'j1'));
    bars.time.ms += 200;
    bars.job('Two', progress(0.2, 'j2'));
    bars.close();
    expect(bars.written[1]).satisfy((text: string) => text.startsWith('\u001b[1A\u001b[JOne'));
    expect(bars.written.at(-1)).toBe('\u001b[2A\u001b[J');
  });

  it('keep lines that are said above the bars', () => {
    const bars = board();
    bars.job('One', progress(0.1));
    bars.say('note');
    expect(bars.written[1]).satisfy((text: string) =>
      text.startsWith('\u001b[1A\u001b[Jnote\nOne'),
    );
  });

  it('drop a job that has ended', () => {
    const bars = board();
    bars.job('One', progress(0.1));
    bars.jobEnded('j1');
    expect(bars.written[1]).toBe('\u001b[1A\u001b[J');
  });
});

describe('progress without a terminal', () => {
  it('is one plain line for each quarter', () => {
    const lines: string[] = [];
    const board = createLinesBoard((line) => void lines.push(line));
    for (const fraction of [0.1, 0.2, 0.3, 0.4, 0.55, 0.6, 1])
      board.job('Clip\n', progress(fraction));
    expect(lines).toEqual([
      'Clip␊: 30 %, encoding, 1.8×, 1:12 left',
      'Clip␊: 55 %, encoding, 1.8×, 1:12 left',
      'Clip␊: 100 %, encoding, 1.8×, 1:12 left',
    ]);
  });
});
