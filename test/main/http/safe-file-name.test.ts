import { describe, expect, it } from 'vitest';
import { buildContentDisposition } from '../../../main/http/content-disposition.ts';
import { safeFileName } from '../../../main/http/safe-file-name.ts';

describe('the name of an upload', () => {
  it.each([
    ['clip.mp4', 'clip.mp4'],
    ['Ferien in Österreich 🎿.mov', 'Ferien in Österreich 🎿.mov'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\clip.avi', 'clip.avi'],
    ['..', 'upload'],
    ['', 'upload'],
    ['-y.mp4', 'y.mp4'],
    ['.hidden.mp4', 'hidden.mp4'],
    ['a\u0000b\nc.mp4', 'a b c.mp4'],
    ['what? "a" <b>|*.mp4', 'what a b.mp4'],
    ['CON.mp4', 'CON_.mp4'],
    ['con.tar.mp4', 'con_.tar.mp4'],
    ['COM1.2024.mov', 'COM1_.2024.mov'],
    ['lpt1 .mov', 'lpt1_.mov'],
    ['concert.2024.mov', 'concert.2024.mov'],
    ['trailing. . ', 'trailing'],
    ['invisible\u202Egpj.mp4', 'invisible gpj.mp4'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('keeps its extension when it is shortened', () => {
    const safe = safeFileName(`${'ü'.repeat(250)}.mp4`);
    expect(safe).toMatch(/^ü+\.mp4$/);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
  });
});

describe('Content-Disposition', () => {
  it('holds the whole name and one that old clients read', () => {
    expect(buildContentDisposition('attachment', 'Über "alles"; 100%.mp4')).toBe(
      `attachment; filename="_ber _alles__ 100_.mp4"; filename*=UTF-8''%C3%9Cber%20%22alles%22%3B%20100%25.mp4`,
    );
  });

  it('cannot be ended by a line break in a name', () => {
    const header = buildContentDisposition('inline', 'a\r\nset-cookie: x=1\ud800.mp4');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header).toContain('%0D%0A');
  });
});
