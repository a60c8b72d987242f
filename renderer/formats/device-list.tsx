import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Device } from '../../core/model/device.ts';
import { useServices } from '../client/services.ts';
import { useDevices } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { DeviceIcon } from '../parts/device-icon.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { explainImport } from '../texts/explain-import.ts';
import { useLanguage } from '../texts/language.ts';
import { copyToEdit } from './copy-to-edit.ts';
import { describeDevice } from './describe-device.ts';
import { DeviceEditor } from './device-editor.tsx';
import { EntryRow } from './entry-row.tsx';
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
      <ul className="jobs entries">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} onEdit={setEdited} />
        ))}
      </ul>
      <EditorModal title={t.formats.deviceEditor} edited={edited} onClose={() => setEdited(null)}>
        {(device) => <DeviceEditor device={device} onDone={() => setEdited(null)} />}
      </EditorModal>
    </>
  );
}

function DeviceTools({ onNew }: { readonly onNew: () => void }) {
  const language = useLanguage();
  const { t } = language;
  const { client, queries } = useServices();
  const bringIn = async (json: string) => {
    const { deviceIds, ...said } = await client.devices.import({ json });
    queries.invalidate(new Set(['devices', 'settings']));
    const came = t.formats.devicesImported(deviceIds.length);
    return [came, ...explainImport(said, language)].join(' ');
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
  const reload = () => queries.invalidate(new Set(['devices', 'settings']));
  const enable = async (enabled: boolean) => {
    await client.devices.setEnabled({ id: device.id, enabled });
    reload();
  };
  return (
    <EntryRow
      entry={device}
      icon={<DeviceIcon icon={device.icon} />}
      holds={describeDevice(device, t.formats.upTo)}
      control={
        <Switch
          aria-label={t.formats.deviceOn(device.name)}
          checked={device.enabled}
          onChange={({ currentTarget: { checked } }) => run(() => enable(checked))}
        />
      }
      onEdit={() => onEdit(device)}
      onDuplicate={() => onEdit(copyToEdit(device, t.formats.copyOf))}
      remove={async () => {
        await client.devices.remove({ id: device.id });
        reload();
      }}
      restore={async () => {
        const { builtIn: _, enabled, ...own } = device;
        await client.devices.save(own);
        await enable(enabled);
      }}
    />
  );
}
