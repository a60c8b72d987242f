import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';

let engine: TestEngine;
let client: Client;

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
  client = clientOf(engine);
});

afterAll(() => engine[Symbol.asyncDispose]());

const OWN = {
  id: 'museum-kiosk',
  name: 'Museum kiosk',
  description: 'The screens in the hall.',
  icon: 'other' as const,
  video: [],
  audio: [
    {
      codec: 'mp3' as const,
      containers: ['mp3' as const],
      maxChannels: 2,
      maxSampleRateHz: 48_000,
      maxBitrateBps: null,
    },
  ],
};

async function device(id: string) {
  return (await client.devices.list()).find((one) => one.id === id);
}

describe('device profiles', () => {
  it('are built in, and own ones beside them', async () => {
    const builtIn = await client.devices.list();
    expect(builtIn.length).toBeGreaterThan(5);
    const saved = await client.devices.save(OWN);
    expect(saved).toEqual({ ...OWN, builtIn: false, enabled: true });
    expect(await client.devices.save({ ...OWN, name: 'Kiosk' })).toMatchObject({ name: 'Kiosk' });
    expect(await client.devices.list()).toHaveLength(builtIn.length + 1);
  });

  it('can be switched off and on, the built-in ones too', async () => {
    const [first] = await client.devices.list();
    const id = first?.id ?? '';
    expect(await client.devices.setEnabled({ id, enabled: false })).toMatchObject({
      enabled: false,
    });
    expect((await client.system.settings()).disabledDeviceIds).toEqual([id]);
    await client.devices.setEnabled({ id, enabled: false });
    expect((await client.system.settings()).disabledDeviceIds).toEqual([id]);
    await client.devices.setEnabled({ id, enabled: true });
    expect((await client.system.settings()).disabledDeviceIds).toEqual([]);
    expect(await refusalOf(client.devices.setEnabled({ id: 'gone', enabled: true }))).toMatchObject(
      { code: 'catalog/not-found' },
    );
  });

  it('are switched off and on at once by several, and none is forgotten', async () => {
    const ids = (await client.devices.list()).slice(0, 4).map(({ id }) => id);
    const setAll = (enabled: boolean) =>
      Promise.all(ids.map((id) => client.devices.setEnabled({ id, enabled })));
    await setAll(false);
    expect((await client.system.settings()).disabledDeviceIds).toEqual(ids);
    await setAll(true);
    expect((await client.system.settings()).disabledDeviceIds).toEqual([]);
  });

  it('do not change or go when they are built in', async () => {
    const [first] = await client.devices.list();
    const id = first?.id ?? '';
    for (const call of [client.devices.save({ ...OWN, id }), client.devices.remove({ id })]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'format/built-in', details: { id } });
    }
  });

  it('leave nothing behind that would switch off the next of their name', async () => {
    await client.devices.save(OWN);
    await client.devices.setEnabled({ id: OWN.id, enabled: false });
    await client.devices.remove({ id: OWN.id });
    expect(await device(OWN.id)).toBeUndefined();
    expect(await client.devices.save(OWN)).toMatchObject({ enabled: true });
    await client.devices.remove({ id: OWN.id });
  });

  it('travel as JSON', async () => {
    await client.devices.save(OWN);
    const [builtIn] = await client.devices.list();
    const file = await client.devices.export({});
    expect(file.devices.map(({ id }) => id)).toEqual([OWN.id]);
    const both = await client.devices.export({ deviceIds: [OWN.id, builtIn?.id ?? ''] });
    await client.devices.remove({ id: OWN.id });
    expect(await client.devices.import({ json: JSON.stringify(both) })).toEqual({
      deviceIds: [OWN.id],
      leftOut: [],
      remarks: [expect.objectContaining({ code: 'device-there' })],
      notes: [expect.stringContaining(builtIn?.name ?? '')],
    });
    expect(await device(OWN.id)).toMatchObject({ name: OWN.name });
  });

  it('come in row by row: what is wrong is named with its field and reason, and costs no other', async () => {
    const [sound] = OWN.audio;
    const rows = [
      { ...OWN, builtIn: false, enabled: false },
      { ...OWN, id: 'second', name: 'Second', builtIn: false, enabled: true, audio: [] },
      { ...OWN, id: 'third', builtIn: false, enabled: true, audio: [{ ...sound, codec: 'x' }] },
      { id: 'fourth' },
      'no device',
    ];
    const json = JSON.stringify({ avlogue: 'devices', version: 1, devices: rows });
    const answer = await client.devices.import({ json });
    expect(answer.notes).toContain(`The device “${OWN.name}” is there already.`);
    const told = answer.leftOut.map(({ what, row, name, field }) => [what, row, name, field]);
    expect(told).toEqual([
      ['device', 2, 'Second', 'video'],
      ['device', 3, OWN.name, 'audio.0.codec'],
      ['device', 4, null, 'name'],
      ['device', 5, null, ''],
    ]);
    expect(answer.deviceIds).toEqual([]);
    expect(answer.notes).toContainEqual(
      expect.stringMatching(/^Device 3 “.+” was left out\. audio\.0\.codec: /),
    );
    const good = { ...OWN, id: 'new-kiosk', name: 'New', builtIn: false, enabled: false };
    const mixed = JSON.stringify({ avlogue: 'devices', version: 1, devices: ['x', good] });
    expect((await client.devices.import({ json: mixed })).deviceIds).toEqual(['new-kiosk']);
    expect(await device('new-kiosk')).toMatchObject({ name: 'New', enabled: true });
  });

  it('never write over an own profile of the same id', async () => {
    const other = { ...OWN, name: 'Another kiosk', builtIn: false, enabled: true };
    const json = JSON.stringify({ avlogue: 'devices', version: 1, devices: [other, other] });
    const { deviceIds, notes } = await client.devices.import({ json });
    expect(deviceIds).toEqual([`${OWN.id}-2`, `${OWN.id}-3`]);
    expect(notes[0]).toContain(`came in as ${OWN.id}-2`);
    expect(await device(OWN.id)).toMatchObject({ name: OWN.name });
  });

  it.each([
    ['no json', 'not JSON'],
    ['{"avlogue":"formats"}', 'no export of device profiles'],
    ['{"avlogue":"devices","version":2,"devices":[]}', 'version 2'],
  ])('say why %j cannot be read', async (json, why) => {
    const { message } = await refusalOf(client.devices.import({ json }));
    expect(message).toContain(why);
  });

  it.each(['', 'no json', '{}', '{"avlogue":"devices","version":2,"devices":[]}'])(
    'are not read from %j',
    async (json) => {
      expect(await refusalOf(client.devices.import({ json }))).toMatchObject({
        code: 'format/import-unreadable',
      });
    },
  );
});
