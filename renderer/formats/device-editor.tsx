import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { findDeviceProblems } from '../../core/devices/find-device-problems.ts';
import { type Device, deviceSchema } from '../../core/model/device.ts';
import { useServices } from '../client/services.ts';
import { useDevices } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { FormActions } from '../parts/form-actions.tsx';
import { useLanguage } from '../texts/language.ts';
import { DeviceEffect } from './device-effect.tsx';
import { DevicePicture } from './device-picture.tsx';
import { DeviceSoundFile } from './device-sound-file.tsx';
import { type FieldErrors, fieldErrors } from './field-errors.ts';
import { USUAL_PICTURE, USUAL_SOUND_FILE } from './new-device.ts';
import { ownId } from './own-id.ts';
import { Verdict } from './verdict.tsx';

export interface DeviceEditorProps {
  /** With an empty id: a new one. */
  readonly device: Device;
  readonly onDone: () => void;
}

/** A device's limits, checked as they are typed by the same rules as the engine's. */
export function DeviceEditor({ device, onDone }: DeviceEditorProps) {
  const language = useLanguage();
  const { t } = language;
  const { client, queries } = useServices();
  const run = useAction();
  const devices = useDevices().data;
  const [draft, setDraft] = useState(device);
  const problems = useMemo(() => findDeviceProblems({ ...draft, id: draft.id || 'new' }), [draft]);
  const errors = fieldErrors(problems, language);
  const blocked = problems.some(({ severity }) => severity === 'error');
  // the name's field says it already
  const others = problems.filter(({ field }) => field !== 'name');
  const set = (fields: Partial<Device>) => setDraft((before) => ({ ...before, ...fields }));
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const { builtIn: _, enabled: __, ...own } = draft;
    const taken = new Set((devices ?? []).map(({ id }) => id));
    const saved = await run(
      async () => {
        await client.devices.save({ ...own, id: own.id || ownId(own.name, taken) });
        queries.invalidate(new Set(['devices']));
      },
      () => t.formats.saved(draft.name),
    );
    if (saved) onDone();
  };
  return (
    <form className="form" onSubmit={save}>
      <General draft={draft} errors={errors} onChange={set} />
      <Ways
        title={t.formats.deviceVideo}
        add={t.formats.addVideo}
        onAdd={() => set({ video: [...draft.video, USUAL_PICTURE] })}
      >
        {draft.video.map((entry, index) => (
          <DevicePicture
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal entries apart
            key={index}
            entry={entry}
            field={`video.${index}`}
            errors={errors}
            onChange={(changed) => set({ video: draft.video.with(index, changed) })}
            onRemove={() => set({ video: draft.video.toSpliced(index, 1) })}
          />
        ))}
      </Ways>
      <Ways
        title={t.formats.deviceAudio}
        add={t.formats.addAudio}
        onAdd={() => set({ audio: [...draft.audio, USUAL_SOUND_FILE] })}
      >
        {draft.audio.map((entry, index) => (
          <DeviceSoundFile
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal entries apart
            key={index}
            entry={entry}
            field={`audio.${index}`}
            errors={errors}
            onChange={(changed) => set({ audio: draft.audio.with(index, changed) })}
            onRemove={() => set({ audio: draft.audio.toSpliced(index, 1) })}
          />
        ))}
      </Ways>
      {(others.length > 0 || !blocked) && <Verdict problems={others} />}
      {!blocked && <DeviceEffect device={draft} />}
      <FormActions onCancel={onDone} blocked={blocked} />
    </form>
  );
}

interface GeneralProps {
  readonly draft: Device;
  readonly errors: FieldErrors;
  readonly onChange: (fields: Partial<Device>) => void;
}

function General({ draft, errors, onChange }: GeneralProps) {
  const { t } = useLanguage();
  const icons = deviceSchema.shape.icon.options;
  return (
    <div className="fields">
      <TextInput
        label={t.formats.name}
        data-autofocus
        value={draft.name}
        error={draft.name === '' ? t.formats.nameNeeded : errors.get('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t.formats.icon}
        value={draft.icon}
        data={icons.map((value) => ({ value, label: t.icons[value] }))}
        onChange={(value) => onChange({ icon: icons.find((icon) => icon === value) ?? 'other' })}
      />
      <Textarea
        className="fields-wide"
        label={t.formats.description}
        autosize
        maxRows={4}
        value={draft.description}
        error={errors.get('description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </div>
  );
}

interface WaysProps {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: React.ReactNode;
}

function Ways({ title, add, onAdd, children }: WaysProps) {
  return (
    <fieldset className="fieldset">
      <legend>{title}</legend>
      {children}
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
        {add}
      </Button>
    </fieldset>
  );
}
