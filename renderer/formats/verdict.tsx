import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { FormatProblem } from '../../core/contract/formats.ts';
import { explainProblem } from '../texts/explain.ts';
import { useLanguage } from '../texts/language.ts';
import { fieldName } from './field-name.ts';

/** All that is wrong with what is being edited, or that nothing is. */
export function Verdict({ problems }: { readonly problems: readonly FormatProblem[] }) {
  const language = useLanguage();
  const { t } = language;
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
        {problems.map((problem) => (
          <li
            key={`${problem.field} ${problem.message}`}
            className={`tone-${problem.severity === 'error' ? 'bad' : 'warn'}`}
          >
            <IconAlertTriangle size={16} aria-hidden />
            <span>
              {explainProblem(problem, language)}{' '}
              <span className="hint" title={problem.field}>
                {fieldName(problem.field, t)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
