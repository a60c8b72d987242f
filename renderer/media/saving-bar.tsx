import { useLanguage } from '../texts/language.ts';

export interface SavingBarProps {
  readonly sizeBytes: number;
  readonly masterBytes: number;
}

/** How much of the master's size is left, as a bar and as words. */
export function SavingBar({ sizeBytes, masterBytes }: SavingBarProps) {
  const { t, figures } = useLanguage();
  if (masterBytes === 0) return null;
  const share = sizeBytes / masterBytes;
  const saved = 1 - share;
  const words =
    Math.abs(saved) < 0.005
      ? t.media.same
      : saved > 0
        ? t.media.smaller(figures.percent(saved))
        : t.media.larger(figures.percent(-saved));
  return (
    <span className="saving">
      <span className="saving-bar" aria-hidden>
        <span style={{ width: `${Math.max(2, Math.min(share, 1) * 100)}%` }} />
      </span>
      <span className="saving-words">{words}</span>
    </span>
  );
}
