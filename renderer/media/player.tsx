import 'media-chrome/lang/de';
import { Select } from '@mantine/core';
import {
  MediaControlBar,
  MediaController,
  MediaFullscreenButton,
  MediaMuteButton,
  MediaPlayButton,
  MediaTimeDisplay,
  MediaTimeRange,
} from 'media-chrome/react';
import { MediaCaptionsMenu, MediaCaptionsMenuButton } from 'media-chrome/react/menu';
import { useRef, useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import { useServices } from '../client/services.ts';
import { useLanguage } from '../texts/language.ts';
import { listSources, type PlayerSource } from './player-sources.ts';

export interface PlayerProps {
  readonly media: MediaDetail;
  /** Beside the library: without the switch between files. */
  readonly compact?: boolean;
  /** Of the play button, for the keyboard. */
  readonly playId?: string;
  readonly onTime?: (seconds: number) => void;
}

interface Kept {
  readonly seconds: number;
  readonly playing: boolean;
}

/** Plays the master and each rendition; changing between them keeps the position, to compare by eye. */
export function Player({ media, compact = false, playId, onTime }: PlayerProps) {
  const { t, code } = useLanguage();
  const { origin } = useServices();
  const sources = listSources(media, t.media.master);
  const [chosen, setChosen] = useState<string | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const element = useRef<HTMLVideoElement>(null);
  const kept = useRef<Kept | null>(null);
  const usual = sources.find(({ playable }) => playable) ?? sources[0];
  const source = sources.find(({ id }) => id === chosen) ?? usual;
  if (source === undefined) return null;
  // players show none with sound alone
  const captioned = !compact && media.kind === 'video' && media.captions.length > 0;

  const choose = (id: string | null) => {
    const { current } = element;
    kept.current = current && { seconds: current.currentTime, playing: !current.paused };
    setBroken(null);
    setChosen(id);
  };
  const restore = () => {
    const { current } = element;
    if (current === null || kept.current === null) return;
    current.currentTime = Math.min(kept.current.seconds, current.duration || 0);
    if (kept.current.playing) void current.play().catch(() => undefined);
    kept.current = null;
  };
  // a better one that is ready meanwhile does not take the place of what is being watched
  const stay = () => setChosen(source.id);
  return (
    <div className={compact ? 'player player-compact' : 'player'}>
      <MediaController className="player-stage" audio={false} lang={code} noHotkeys={compact}>
        <video
          key={source.id}
          ref={element}
          slot="media"
          src={`${origin}${source.url}`}
          {...(media.posterUrl === null ? {} : { poster: `${origin}${media.posterUrl}` })}
          preload="metadata"
          playsInline
          onLoadedMetadata={restore}
          onPlay={stay}
          onSeeking={stay}
          onError={() => setBroken(source.id)}
          onTimeUpdate={(event) => onTime?.(event.currentTarget.currentTime)}
        >
          {media.captions.map((caption) => (
            <track
              key={caption.id}
              src={`${origin}${caption.url}`}
              kind={caption.kind}
              label={caption.label}
              default={caption.isDefault}
              {...(caption.language === null ? {} : { srcLang: caption.language })}
            />
          ))}
        </video>
        {captioned && <MediaCaptionsMenu hidden anchor="auto" className="player-menu" />}
        <MediaControlBar className="player-bar">
          <MediaPlayButton {...(playId === undefined ? {} : { id: playId })} />
          <MediaTimeRange />
          <MediaTimeDisplay showDuration={!compact} noToggle />
          <MediaMuteButton />
          {captioned && <MediaCaptionsMenuButton />}
          {!compact && media.kind === 'video' && <MediaFullscreenButton />}
        </MediaControlBar>
      </MediaController>
      {broken === source.id && (
        <div className="player-broken" role="status">
          {source.id === 'master' ? t.media.cannotPlayMaster : t.media.cannotPlay(source.name)}
        </div>
      )}
      {!compact && sources.length > 1 && (
        <SourceSwitch sources={sources} current={source.id} onChoose={choose} />
      )}
    </div>
  );
}

interface SourceSwitchProps {
  readonly sources: readonly PlayerSource[];
  readonly current: string;
  readonly onChoose: (id: string | null) => void;
}

function SourceSwitch({ sources, current, onChoose }: SourceSwitchProps) {
  const { t } = useLanguage();
  return (
    <div className="player-switch">
      <Select
        size="xs"
        label={t.media.watching}
        value={current}
        data={sources.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChoose}
        w={260}
        maw="100%"
      />
      <span className="hint">{t.media.position}</span>
    </div>
  );
}
