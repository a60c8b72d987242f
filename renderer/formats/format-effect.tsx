import { useMemo } from 'react';
import { VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import { playsSomewhere } from '../../core/formats/plays-somewhere.ts';
import type { Format } from '../../core/model/format.ts';
import { useDevices } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';
import { neededLevel } from './needed-level.ts';

/** What a recipe means for devices, shown while it is typed. */
export function FormatEffect({ format }: { readonly format: Format }) {
  const { t, figures } = useLanguage();
  const devices = useDevices().data;
  const playing = useMemo(
    () => (devices ?? []).filter((device) => playsSomewhere(format, [device])),
    [devices, format],
  );
  if (devices === undefined) return null;
  const level = neededLevel(format);
  return (
    <div className="hint" role="status">
      <p>
        {t.formats.playsOnDevices(playing.length, devices.length)}
        {playing.length > 0 && ` ${figures.list(playing.map(({ name }) => name))}`}
      </p>
      {level !== null && format.video !== null && (
        <p>{t.formats.needsLevel(VIDEO_CODECS[format.video.codec].name, level)}</p>
      )}
    </div>
  );
}
