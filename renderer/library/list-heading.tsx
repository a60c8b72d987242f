import { useLanguage } from '../texts/language.ts';

/** Names the columns of the lines below. */
export function ListHeading() {
  const { t } = useLanguage();
  return (
    <div className="line line-heading" aria-hidden>
      <span />
      <span>{t.library.columnTitle}</span>
      <span>{t.library.columnStatus}</span>
      <span className="number">{t.library.columnDuration}</span>
      <span className="number">{t.library.columnPicture}</span>
      <span className="number">{t.library.columnSize}</span>
      <span className="number">{t.library.columnAdded}</span>
    </div>
  );
}
