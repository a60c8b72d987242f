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
      notes: [expect.stringContaining(builtIn?.name ?? '')],
    });
    expect(await device(OWN.id)).toMatchObject({ name: OWN.name });
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
