import { Button, Group, Modal, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { AUDIO_CODECS, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import type { Device } from '../../core/model/device.ts';
import { useServices } from '../client/services.ts';
import { useDevices } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { DeviceIcon } from '../parts/device-icon.tsx';
import { useLanguage } from '../texts/language.ts';
import { DeviceEditor } from './device-editor.tsx';
import { Exchange } from './exchange.tsx';
import { NEW_DEVICE } from './new-device.ts';

/** Which devices are promised something that they play; own ones are made and changed here. */
export function DeviceList() {
  const { t } = useLanguage();
  const devices = useDevices().data;
  const [edited, setEdited] = useState<Device | null>(null);
  if (devices === undefined) return <Busy>{t.app.loading}</Busy>;
  return (
    <>
      <p className="hint">{t.formats.devicesIntro}</p>
      <DeviceTools onNew={() => setEdited(NEW_DEVICE)} />
      <ul className="jobs">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} onEdit={setEdited} />
        ))}
      </ul>
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={t.formats.deviceEditor}
        size="xl"
        closeButtonProps={{ 'aria-label': t.app.close }}
      >
        {edited !== null && <DeviceEditor device={edited} onDone={() => setEdited(null)} />}
      </Modal>
    </>
  );
}

function DeviceTools({ onNew }: { readonly onNew: () => void }) {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const bringIn = async (json: string) => {
    const { deviceIds, notes } = await client.devices.import({ json });
    queries.invalidate(new Set(['devices', 'settings']));
    return [t.formats.devicesImported(deviceIds.length), ...notes].join(' ');
  };
  return (
    <Exchange
      fileName="avlogue-devices.json"
      onImport={bringIn}
      onExport={() => client.devices.export({})}
    >
      <Button size="xs" leftSection={<IconPlus size={14} />} onClick={onNew}>
        {t.formats.newDevice}
      </Button>
    </Exchange>
  );
}

interface DeviceRowProps {
  readonly device: Device;
  readonly onEdit: (device: Device) => void;
}

function DeviceRow({ device, onEdit }: DeviceRowProps) {
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
        <DeviceButtons device={device} onEdit={onEdit} />
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

function DeviceButtons({ device, onEdit }: DeviceRowProps) {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const run = useAction();
  const copy = { ...device, id: '', name: t.formats.copyOf(device.name), builtIn: false };
  const remove = () =>
    run(
      async () => {
        await client.devices.remove({ id: device.id });
        queries.invalidate(new Set(['devices', 'settings']));
      },
      () => t.formats.removed(device.name),
    );
  return (
    <Group gap={4} wrap="nowrap">
      {!device.builtIn && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t.formats.edit}: ${device.name}`}
            onClick={() => onEdit(device)}
          >
            {t.formats.edit}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={`${t.formats.remove}: ${device.name}`}
            onClick={remove}
          >
            {t.formats.remove}
          </Button>
        </>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={`${t.formats.duplicate}: ${device.name}`}
        onClick={() => onEdit(copy)}
      >
        {t.formats.duplicate}
      </Button>
    </Group>
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
