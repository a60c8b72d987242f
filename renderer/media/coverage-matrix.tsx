import { Tooltip } from '@mantine/core';
import { useRef, useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { DeviceCoverage, Plan, Reason } from '../../core/model/plan.ts';
import { useDevices } from '../data/queries.ts';
import { DeviceIcon } from '../parts/device-icon.tsx';
import { explain } from '../texts/explain.ts';
import { useLanguage } from '../texts/language.ts';
import { type CellState, cellState } from './coverage.ts';

export interface CoverageMatrixProps {
  readonly plan: Plan;
  readonly media: MediaDetail;
}

interface Column {
  readonly id: string;
  readonly name: string;
  /** Whether the file stands already. */
  readonly made: boolean;
}

/** Devices down, files across; each mark tells on hover and on focus why it is as it is. */
export function CoverageMatrix({ plan, media }: CoverageMatrixProps) {
  const { t } = useLanguage();
  const standing = new Set(media.renditions.map(({ formatId }) => formatId));
  const columns: readonly Column[] = plan.formats
    .filter(({ output }) => output !== null)
    .map(({ format, formatName }) => ({
      id: format,
      name: formatName,
      made: standing.has(format),
    }));
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState({ row: 0, column: 0 });
  const move = (event: React.KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = clamp(focus.row + step.row, plan.coverage.length - 1);
    const column = clamp(focus.column + step.column, columns.length);
    setFocus({ row, column });
    table.current?.querySelector<HTMLElement>(`[data-at="${row}-${column}"]`)?.focus();
  };
  return (
    <div className="matrix-frame">
      <table className="matrix" ref={table} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{t.media.device}</th>
            {columns.map(({ id, name, made }) => (
              <th key={id} scope="col" className={made ? '' : 'matrix-planned'}>
                {name}
                {!made && <span className="matrix-note">{t.media.planned}</span>}
              </th>
            ))}
            <th scope="col" className="matrix-master">
              {t.media.master}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.coverage.map((coverage, row) => (
            <tr key={coverage.device}>
              <th scope="row">
                <DeviceName coverage={coverage} />
              </th>
              {columns.map((one, column) => (
                <td key={one.id}>
                  <Mark
                    at={`${row}-${column}`}
                    focusable={focus.row === row && focus.column === column}
                    device={coverage.deviceName}
                    column={one.name}
                    state={cellState(coverage, one.id)}
                    reasons={reasonsFor(coverage, one.id)}
                  />
                </td>
              ))}
              <td className="matrix-master">
                <Mark
                  at={`${row}-${columns.length}`}
                  focusable={focus.row === row && focus.column === columns.length}
                  device={coverage.deviceName}
                  column={t.media.master}
                  state={coverage.master.plays ? 'plays' : 'not'}
                  reasons={coverage.master.reasons}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
    </div>
  );
}

const STEPS: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function reasonsFor(coverage: DeviceCoverage, format: string): readonly Reason[] {
  if (coverage.format === format) return coverage.reasons;
  return coverage.renditions.find((one) => one.format === format)?.reasons ?? [];
}

function DeviceName({ coverage }: { readonly coverage: DeviceCoverage }) {
  const device = useDevices().data?.find(({ id }) => id === coverage.device);
  return (
    <span className="device-name" title={device?.description}>
      <DeviceIcon icon={device?.icon ?? 'other'} />
      {coverage.deviceName}
    </span>
  );
}

interface MarkProps {
  readonly at: string;
  readonly focusable: boolean;
  readonly device: string;
  readonly column: string;
  readonly state: CellState;
  readonly reasons: readonly Reason[];
}

function Mark({ at, focusable, device, column, state, reasons }: MarkProps) {
  const language = useLanguage();
  const { t } = language;
  const verdict = { picked: t.media.picked, plays: t.media.plays, not: t.media.playsNot }[state];
  const why = reasons.map((reason) => explain(reason, language));
  const label = `${device}, ${column}: ${verdict}. ${why.join(' ')}`;
  return (
    <Tooltip
      label={
        <>
          <strong>
            {device} · {column}
          </strong>
          <br />
          {verdict}
          {why.length > 0 && `: ${why.join(' ')}`}
        </>
      }
    >
      <button
        type="button"
        className={`mark mark-${state}`}
        data-at={at}
        tabIndex={focusable ? 0 : -1}
        aria-label={label}
      />
    </Tooltip>
  );
}

function Legend() {
  const { t } = useLanguage();
  return (
    <p className="legend">
      <span>
        <i className="mark mark-picked" aria-hidden /> {t.media.legendPicked}
      </span>
      <span>
        <i className="mark mark-plays" aria-hidden /> {t.media.legendPlays}
      </span>
      <span>
        <i className="mark mark-not" aria-hidden /> {t.media.legendNot}
      </span>
      <span className="legend-hint">{t.media.matrixHint}</span>
    </p>
  );
}
