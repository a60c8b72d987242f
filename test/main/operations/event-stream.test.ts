import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../core/model/engine-event.ts';
import { createEvents } from '../../../main/events.ts';
import { createEventBuffer } from '../../../main/operations/event-buffer.ts';
import { streamEvents } from '../../../main/operations/event-stream.ts';

function touched(sequence: number, ...ids: readonly string[]): EngineEvent {
  return {
    type: 'catalog',
    sequence,
    touched: ids.map((id) => ({ collection: 'media', id, change: 'patch' as const })),
  };
}

function progress(jobId: string, fraction: number): EngineEvent {
  return {
    type: 'job-progress',
    progress: {
      jobId,
      mediaId: 'm',
      phase: 'encoding',
      fraction,
      speed: null,
      secondsLeft: null,
      formatIds: [],
    },
  };
}

function notice(message: string): EngineEvent {
  return { type: 'notice', level: 'info', code: 'test', message };
}

function drain(buffer: ReturnType<typeof createEventBuffer>): readonly EngineEvent[] {
  const events: EngineEvent[] = [];
  for (let event = buffer.take(); event !== undefined; event = buffer.take()) events.push(event);
  return events;
}

describe('what waits for a slow reader', () => {
  it('is one catalog event that names each record once, with the last sequence', () => {
    const buffer = createEventBuffer();
    buffer.add(touched(1, 'a', 'b'));
    buffer.add(touched(2, 'b', 'c'));
    const [event, ...others] = drain(buffer);
    expect(others).toEqual([]);
    expect(event).toEqual({ ...touched(2, 'a', 'b', 'c') });
  });

  it('names collections instead of thousands of records', () => {
    const buffer = createEventBuffer();
    for (let index = 0; index < 2001; index += 1) buffer.add(touched(index, `m${index}`));
    expect(drain(buffer)).toEqual([
      {
        type: 'catalog',
        sequence: 2000,
        touched: [{ collection: 'media', id: '*', change: 'put' }],
      },
    ]);
  });

  it('is the newest progress of each job', () => {
    const buffer = createEventBuffer();
    for (const fraction of [0.1, 0.2, 0.3]) {
      buffer.add(progress('one', fraction));
      buffer.add(progress('two', fraction));
    }
    expect(drain(buffer)).toEqual([progress('one', 0.3), progress('two', 0.3)]);
  });

  it('is never more than a bounded number of single events, of which the newest stay', () => {
    const buffer = createEventBuffer();
    for (let index = 0; index < 1500; index += 1) buffer.add(notice(`${index}`));
    const events = drain(buffer);
    expect(events).toHaveLength(1000);
    expect(events.at(-1)).toEqual(notice('1499'));
  });

  it('holds every change of the catalog, and the last of a progress, whatever else there is to tell', () => {
    const buffer = createEventBuffer();
    buffer.add(touched(1, 'a'));
    buffer.add(progress('one', 0.5));
    for (let index = 0; index < 900; index += 1) buffer.add(notice(`${index}`));
    buffer.add(progress('one', 1));
    for (let index = 900; index < 1800; index += 1) buffer.add(notice(`${index}`));
    buffer.add(touched(2, 'b'));
    const events = drain(buffer);
    expect(events).toHaveLength(1000);
    expect(events).toContainEqual(touched(2, 'a', 'b'));
    expect(events).toContainEqual(progress('one', 1));
  });

  it('comes in the order in which it happened', () => {
    const buffer = createEventBuffer();
    const events = [notice('first'), touched(1, 'a'), notice('last')];
    for (const event of events) buffer.add(event);
    expect(drain(buffer)).toEqual(events);
  });
});

describe('a stream of events', () => {
  it('begins when it is asked for, not when it is first read', async () => {
    const events = createEvents();
    const ending = new AbortController();
    const stream = streamEvents(events, ending.signal);
    events.emit(notice('early'));
    expect(await stream.next()).toEqual({ done: false, value: notice('early') });
    const waiting = stream.next();
    events.emit(notice('late'));
    expect(await waiting).toEqual({ done: false, value: notice('late') });
  });

  it('ends while it waits, and lets go of the events', async () => {
    const events = createEvents();
    const ending = new AbortController();
    const stream = streamEvents(events, ending.signal);
    const waiting = stream.next();
    ending.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('is empty when the engine has ended already', async () => {
    const stream = streamEvents(createEvents(), AbortSignal.abort());
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });
});
