import { useMemo } from 'react';
import { playsSomewhere } from '../../core/formats/plays-somewhere.ts';
import type { Device } from '../../core/model/device.ts';
import { useFormats } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';

/** Which formats of the library a device with these limits plays, size aside. */
export function DeviceEffect({ device }: { readonly device: Device }) {
  const { t, figures } = useLanguage();
  const formats = useFormats().data;
  const played = useMemo(
    () => (formats ?? []).filter((format) => playsSomewhere(format, [device])),
    [formats, device],
  );
  if (formats === undefined) return null;
  return (
    <p className="hint" role="status">
      {t.formats.playsFormats(played.length, formats.length)}
      {played.length > 0 && ` ${figures.list(played.map(({ name }) => name))}`}
    </p>
  );
}
