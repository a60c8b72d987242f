import { describe, expect, it } from 'vitest';
import { type ClosingAnswer, createQuitting } from '../../../main/electron/quitting.ts';

function stage(
  answer: ClosingAnswer,
  converting = true,
  settled: 'ask' | 'background' | 'stop' = 'ask',
) {
  const told: string[] = [];
  const state = { converting };
  const ending = Promise.withResolvers<void>();
  const quitting = createQuitting({
    isConverting: () => state.converting,
    whenClosing: () => settled,
    askAboutConverting: async () => {
      told.push('ask');
      return answer;
    },
    hideWindow: () => told.push('hide'),
    end: () => {
      told.push('end');
      return ending.promise;
    },
    stay: () => told.push('stay'),
    leave: () => told.push('leave'),
  });
  return { quitting, told, state, ending };
}

describe('quitting', () => {
  it('asks nothing while nothing is converted, and leaves only when everything has ended', async () => {
    const { quitting, told, ending } = stage('cancel', false);
    const asked = quitting.request('close');
    expect(told).toEqual(['end']);
    expect(quitting.isOver).toBe(false);
    ending.resolve();
    await asked;
    expect(told).toEqual(['end', 'leave']);
    expect(quitting.isOver).toBe(true);
  });

  it('stays when the question is answered with cancel, and asks again the next time', async () => {
    const { quitting, told } = stage('cancel');
    await quitting.request('close');
    await quitting.request('close');
    expect(told).toEqual(['ask', 'ask']);
    expect(quitting.isOver).toBe(false);
  });

  it('asks once, however often the window is closed meanwhile', async () => {
    const { quitting, told } = stage('cancel');
    await Promise.all([quitting.request('close'), quitting.request('close')]);
    expect(told).toEqual(['ask']);
  });

  it('stops the work when that is wanted', async () => {
    const { quitting, told, ending } = stage('stop');
    ending.resolve();
    await quitting.request('close');
    expect(told).toEqual(['ask', 'end', 'leave']);
  });

  it('goes on in the background and ends by itself when all is done', async () => {
    const { quitting, told, ending } = stage('background');
    ending.resolve();
    await quitting.request('close');
    expect(told).toEqual(['ask', 'hide']);
    quitting.becameIdle();
    await quitting.now();
    expect(told).toEqual(['ask', 'hide', 'end', 'leave']);
  });

  it('stays when the window came back before the work was done', async () => {
    const { quitting, told } = stage('background');
    await quitting.request('close');
    expect(quitting.isLeaving).toBe(true);
    quitting.cameBack();
    quitting.becameIdle();
    expect(told).toEqual(['ask', 'hide', 'stay']);
    expect(quitting.isLeaving).toBe(false);
  });

  it('ends at once when the work was done while the question stood', async () => {
    const { quitting, told, state, ending } = stage('background');
    ending.resolve();
    const asked = quitting.request('close');
    state.converting = false;
    await asked;
    expect(told).toEqual(['ask', 'end', 'leave']);
  });

  it('asks nothing where closing is settled, but goes nowhere unasked when the application is quit', async () => {
    const { quitting, told } = stage('cancel', true, 'background');
    await quitting.request('close');
    expect(told).toEqual(['hide']);
    quitting.cameBack();
    await quitting.request('quit');
    expect(told).toEqual(['hide', 'stay', 'ask']);
  });

  it('forgets nothing when the window comes to the front while the question stands', async () => {
    const { quitting, told, ending } = stage('stop');
    ending.resolve();
    const asked = quitting.request('quit');
    quitting.cameBack();
    await asked;
    expect(told).toEqual(['ask', 'end', 'leave']);
  });

  it.each(['close', 'quit'] as const)('stops unasked where that is settled: %s', async (how) => {
    const { quitting, told, ending } = stage('cancel', true, 'stop');
    ending.resolve();
    await quitting.request(how);
    expect(told).toEqual(['end', 'leave']);
  });

  it('asks nothing when the system shuts down, and ends once', async () => {
    const { quitting, told, ending } = stage('cancel');
    ending.resolve();
    await Promise.all([quitting.now(), quitting.now(), quitting.request('close')]);
    expect(told).toEqual(['end', 'leave']);
  });

  it('does not hide a window that is gone, when the question is answered too late', async () => {
    const { quitting, told, ending } = stage('background');
    ending.resolve();
    const asked = quitting.request('close');
    await Promise.all([quitting.now(), asked]);
    expect(told).toEqual(['ask', 'end', 'leave']);
  });

  it('leaves even when something did not end well', async () => {
    const { quitting, told, ending } = stage('stop');
    ending.reject(new Error('the disk is gone'));
    await expect(quitting.now()).rejects.toThrow('the disk is gone');
    expect(told).toEqual(['end', 'leave']);
  });
});
