import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockHour4,
  IconFileUnknown,
  IconLoader,
  IconRefreshAlert,
  type TablerIcon,
} from '@tabler/icons-react';
import type { MediaStatus } from '../../core/catalog/query.ts';
import { useLanguage } from '../texts/language.ts';

const LOOKS: Readonly<Record<MediaStatus, { readonly tone: string; readonly Icon: TablerIcon }>> = {
  ready: { tone: 'ok', Icon: IconCircleCheckFilled },
  converting: { tone: 'accent', Icon: IconLoader },
  queued: { tone: 'quiet', Icon: IconClockHour4 },
  new: { tone: 'quiet', Icon: IconCircleDashed },
  outdated: { tone: 'warn', Icon: IconRefreshAlert },
  failed: { tone: 'bad', Icon: IconAlertTriangleFilled },
  missing: { tone: 'warn', Icon: IconFileUnknown },
};

/** A status by colour, by shape and by word. */
export function StatusMark({ status }: { readonly status: MediaStatus }) {
  const { t } = useLanguage();
  const { tone, Icon } = LOOKS[status];
  return (
    <span className={`status tone-${tone}`}>
      <Icon size={15} aria-hidden />
      {t.status[status]}
    </span>
  );
}
