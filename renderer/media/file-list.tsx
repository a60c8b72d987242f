import type { MediaDetail } from '../../core/contract/media.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { ShowPlace } from '../parts/show-place.tsx';
import { useLanguage } from '../texts/language.ts';

/** Where the files are. */
export function FileList({ media }: { readonly media: MediaDetail }) {
  const { t, figures } = useLanguage();
  return (
    <ul className="files">
      <li>
        <span className="file-path">{media.master.path}</span>
        <span className="hint">
          {media.master.ownedByLibrary ? t.details.libraryCopy : t.details.inPlace}
        </span>
        <CopyText
          text={media.master.path}
          label={t.publish.copyPath}
          size="compact-xs"
          variant="subtle"
        />
        <ShowPlace small place={{ kind: 'master', mediaId: media.id }} />
      </li>
      {media.renditions.map(({ id, file, sizeBytes, mimeType }) => (
        <li key={id}>
          <span className="file-path">{file}</span>
          <span className="hint">
            {figures.bytes(sizeBytes)} · <code>{mimeType}</code>
          </span>
          <ShowPlace small place={{ kind: 'rendition', mediaId: media.id, renditionId: id }} />
        </li>
      ))}
    </ul>
  );
}
