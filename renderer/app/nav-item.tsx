import { Tooltip } from '@mantine/core';
import { useLanguage } from '../texts/language.ts';

export interface NavItemProps {
  readonly href: string;
  readonly icon: React.ReactNode;
  readonly label: string;
  readonly current: boolean;
  readonly narrow: boolean;
  readonly count?: number | null;
  readonly alert?: boolean;
  /** What stands behind the label: a path, a state. */
  readonly title?: string;
  readonly dot?: 'ok' | 'bad' | 'quiet';
}

export function NavItem({
  href,
  icon,
  label,
  current,
  narrow,
  count,
  alert,
  title,
  dot,
}: NavItemProps) {
  const { figures } = useLanguage();
  const item = (
    <a
      className="nav-item"
      href={href}
      aria-current={current ? 'page' : undefined}
      aria-label={narrow ? label : undefined}
    >
      <span className="nav-icon" aria-hidden>
        {icon}
      </span>
      <span className="nav-text">{label}</span>
      {count !== undefined && count !== null && (
        <span className={alert ? 'nav-count nav-count-alert' : 'nav-count'}>
          {figures.number(count)}
        </span>
      )}
      {dot && <span className={`nav-dot tone-${dot}`} aria-hidden />}
    </a>
  );
  if (!narrow && title === undefined) return item;
  return (
    <Tooltip label={title ?? label} position="right">
      {item}
    </Tooltip>
  );
}
