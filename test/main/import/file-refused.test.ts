import { describe, expect, it } from 'vitest';
import { fileRefused, notRegular } from '../../../main/import/file-refused.ts';

const PATH = 'C:\\films\\an "odd" name.mov';

describe('a file that the system refuses', () => {
  it.each(['ENOENT', 'EACCES', 'EIO', 'EBUSY'])('is told with its path as it is: %s', (code) => {
    const told = fileRefused(PATH, Object.assign(new Error(code), { code }));
    expect(told).toMatchObject({ message: expect.stringContaining(`“${PATH}”`) });
  });

  it('is a device, socket or pipe, by its path as it is', () => {
    expect(notRegular(PATH).message).toContain(`“${PATH}”`);
  });

  it('is none when the error is not about the file', () => {
    const bug = new Error('something else');
    expect(fileRefused(PATH, bug)).toBe(bug);
  });
});
