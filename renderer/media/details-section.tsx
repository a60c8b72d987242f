import type { MediaDetail } from '../../core/contract/media.ts';
import { useLanguage } from '../texts/language.ts';
import { CaptionList } from './caption-list.tsx';
import { FactList } from './fact-list.tsx';
import { FileList } from './file-list.tsx';
import { JobHistory } from './job-history.tsx';
import { PosterChoice } from './poster-choice.tsx';
import { PublishedList } from './published-list.tsx';
import { WordsForm } from './words-form.tsx';

export interface DetailsSectionProps {
  readonly media: MediaDetail;
  /** Where the player stands. */
  readonly seconds: number;
}

export function DetailsSection({ media, seconds }: DetailsSectionProps) {
  const { t } = useLanguage();
  return (
    <section id="details" className="media-section" aria-labelledby="details-title">
      <h2 id="details-title" className="section-title">
        {t.media.details}
      </h2>
      <WordsForm key={media.id} media={media} />
      {media.kind === 'video' && media.master.status === 'present' && (
        <Part title={t.details.poster}>
          <PosterChoice media={media} seconds={seconds} />
        </Part>
      )}
      {(media.kind === 'video' || media.captions.length > 0) && (
        <Part title={t.details.captions}>
          <CaptionList media={media} />
        </Part>
      )}
      <Part title={t.details.facts}>
        <FactList media={media} />
      </Part>
      <Part title={t.details.files}>
        <FileList media={media} />
      </Part>
      <Part title={t.details.published}>
        <PublishedList mediaId={media.id} />
      </Part>
      <Part title={t.details.log}>
        <JobHistory mediaId={media.id} />
      </Part>
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="part">
      <h3 className="sub-title">{title}</h3>
      {children}
    </div>
  );
}
