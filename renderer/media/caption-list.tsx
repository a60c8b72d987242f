import type { MediaDetail } from '../../core/contract/media.ts';
import { useLanguage } from '../texts/language.ts';

export function CaptionList({ media }: { readonly media: MediaDetail }) {
  const { t } = useLanguage();
  if (media.captions.length === 0) return <p className="hint">{t.details.noCaptions}</p>;
  return (
    <ul className="plain-list">
      {media.captions.map(({ id, label, language }) => (
        <li key={id}>
          {label} {language !== null && <span className="hint">({language})</span>}
        </li>
      ))}
    </ul>
  );
}
