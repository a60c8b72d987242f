import { Switch } from '@mantine/core';
import { AUDIO_CODECS, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import type { Device } from '../../core/model/device.ts';
import { useServices } from '../client/services.ts';
import { useDevices } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { DeviceIcon } from '../parts/device-icon.tsx';
import { useLanguage } from '../texts/language.ts';

/** Which devices are promised something that they play. */
export function DeviceList() {
  const { t } = useLanguage();
  const devices = useDevices().data;
  if (devices === undefined) return <Busy>{t.app.loading}</Busy>;
  return (
    <>
      <p className="hint">{t.formats.devicesIntro}</p>
      <ul className="jobs">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
    </>
  );
}

function DeviceRow({ device }: { readonly device: Device }) {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const run = useAction();
  const change = (enabled: boolean) =>
    run(async () => {
      await client.devices.setEnabled({ id: device.id, enabled });
      queries.invalidate(new Set(['devices', 'settings']));
    });
  return (
    <li className="job">
      <div className="job-head">
        <span className="job-title device-name">
          <DeviceIcon icon={device.icon} />
          {device.name}
          {!device.builtIn && <span className="tag tone-accent">{t.formats.own}</span>}
        </span>
        <Switch
          aria-label={t.formats.deviceOn(device.name)}
          checked={device.enabled}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      </div>
      <div className="format-words">{device.description}</div>
      <div className="hint">
        {[...pictureWords(device, t.formats.upTo), ...soundWords(device)].join(' · ')}
      </div>
    </li>
  );
}

function pictureWords(device: Device, upTo: (what: string) => string): readonly string[] {
  return [
    ...new Set(
      device.video.map(({ codec, maxLongSide, maxShortSide }) => {
        const { name } = VIDEO_CODECS[codec];
        return maxLongSide === null || maxShortSide === null
          ? name
          : `${name} ${upTo(`${maxLongSide} × ${maxShortSide}`)}`;
      }),
    ),
  ];
}

function soundWords(device: Device): readonly string[] {
  return [...new Set(device.audio.map(({ codec }) => AUDIO_CODECS[codec].name))];
}
