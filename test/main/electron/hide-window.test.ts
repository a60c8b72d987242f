import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createWindowHiding } from '../../../main/electron/hide-window.ts';

/** A window in full screen, which it leaves only after a while, as on a Mac. */
class FullScreenWindow extends EventEmitter {
  readonly told: string[] = [];
  isFull = true;
  isFullScreen = () => this.isFull;
  setFullScreen = (flag: boolean) => void this.told.push(`full screen: ${flag}`);
  hide = () => void this.told.push('hide');
  hasLeft(): void {
    this.isFull = false;
    this.emit('leave-full-screen');
  }
}

function stage(platform: NodeJS.Platform) {
  const window = new FullScreenWindow();
  return { window, hiding: createWindowHiding({ window, platform }) };
}

describe('hiding the window', () => {
  it('leaves full screen first on a Mac, and hides it once', () => {
    const { window, hiding } = stage('darwin');
    hiding.hide();
    expect(window.told).toEqual(['full screen: false']);
    window.hasLeft();
    window.emit('leave-full-screen');
    expect(window.told).toEqual(['full screen: false', 'hide']);
  });

  it('waits for the end of leaving also when it is asked for again meanwhile', () => {
    const { window, hiding } = stage('darwin');
    hiding.hide();
    window.isFull = false;
    hiding.hide();
    expect(window.told).toEqual(['full screen: false']);
    window.hasLeft();
    expect(window.told).toEqual(['full screen: false', 'hide']);
  });

  it('hides nothing that is wanted again before it has left full screen', () => {
    const { window, hiding } = stage('darwin');
    hiding.hide();
    hiding.keep();
    window.hasLeft();
    expect(window.told).toEqual(['full screen: false']);
  });

  it('hides at once elsewhere, and where nothing is full screen', () => {
    const { window, hiding } = stage('linux');
    hiding.hide();
    const mac = stage('darwin');
    mac.window.hasLeft();
    mac.hiding.hide();
    expect([window.told, mac.window.told]).toEqual([['hide'], ['hide']]);
  });
});
