import type { Failure } from '../client/read-failure.ts';
import { explainError } from '../texts/explain.ts';
import { failureFacts } from '../texts/failure-facts.ts';
import { useLanguage } from '../texts/language.ts';

/** What failed and on what: the engine's sentence where it speaks the language, else its code and details in words. */
export function FailureWords({ failure }: { readonly failure: Failure }) {
  const language = useLanguage();
  const { code, message, details = {} } = failure;
  if (language.code === 'en') return <div>{message}</div>;
  return (
    <>
      <div>{explainError(code, language).summary}</div>
      {failureFacts(details, language).map(({ label, value }) => (
        <div key={`${label} ${value}`} className="failure-advice">
          {label !== '' && `${label}: `}
          <span className="failure-fact">{value}</span>
        </div>
      ))}
    </>
  );
}
