import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { FormatProblem } from '../../core/contract/formats.ts';
import { useLanguage } from '../texts/language.ts';

/** All that is wrong with what is being edited, or that nothing is. */
export function Verdict({ problems }: { readonly problems: readonly FormatProblem[] }) {
  const { t } = useLanguage();
  if (problems.length === 0) {
    return (
      <p className="sentence tone-ok" role="status">
        <IconCircleCheckFilled size={18} aria-hidden />
        {t.formats.valid}
      </p>
    );
  }
  return (
    <div role="status">
      <ul className="checks">
        {problems.map(({ field, message, severity }) => (
          <li
            key={`${field} ${message}`}
            className={`tone-${severity === 'error' ? 'bad' : 'warn'}`}
          >
            <IconAlertTriangle size={16} aria-hidden /> {message} <code>{field}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
