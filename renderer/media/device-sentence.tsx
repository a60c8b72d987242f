import { IconCircleCheckFilled, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { Plan } from '../../core/model/plan.ts';
import { useLanguage } from '../texts/language.ts';
import { summariseCoverage } from './coverage.ts';

export interface DeviceSentenceProps {
  readonly plan: Plan;
  readonly media: MediaDetail;
}

/** The promise in one sentence: what plays this, now or once it is converted. */
export function DeviceSentence({ plan, media }: DeviceSentenceProps) {
  const { t, figures } = useLanguage();
  const { devices, served, promised, impossible } = summariseCoverage(plan, media);
  if (served.length === devices) {
    return (
      <p className="sentence tone-ok">
        <IconCircleCheckFilled size={18} aria-hidden />
        {t.media.coveredAll(devices)}
      </p>
    );
  }
  const names = (list: readonly { readonly deviceName: string }[]) =>
    figures.list(list.map(({ deviceName }) => deviceName));
  if (served.length === 0 && impossible.length === 0) {
    return (
      <p className="sentence">
        <IconCircleDashed size={18} aria-hidden />
        {t.media.willCoverAll(devices)}
      </p>
    );
  }
  return (
    <p className="sentence tone-warn">
      <IconCircleHalf2 size={18} aria-hidden />
      {t.media.coveredSome(served.length, devices, names([...promised, ...impossible]))}
    </p>
  );
}
