import { utimes, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type FileAnswer, serveFileRange } from '../../../main/http/serve-file-range.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const CONTENT = '0123456789';

async function answerTo(
  headers: Record<string, string>,
  { method = 'GET', content = CONTENT } = {},
): Promise<FileAnswer & { readonly body: string | null }> {
  await using folder = await temporaryFolder();
  const path = folder.at('file');
  await writeFile(path, content);
  await utimes(path, 1_700_000_000, 1_700_000_000);
  const request = { method, headers: new Headers(headers) };
  const answer = await serveFileRange(request, { path, mimeType: 'video/mp4' });
  return { ...answer, body: answer.stream === null ? null : await text(answer.stream) };
}

const ETAG = `"a-${(1_700_000_000_000).toString(36)}"`;
const MODIFIED = new Date(1_700_000_000_000).toUTCString();

describe('serving a file', () => {
  it('answers with the whole and says that ranges may be asked for', async () => {
    const { status, headers, body } = await answerTo({});
    expect(status).toBe(200);
    expect(body).toBe(CONTENT);
    expect(headers).toEqual({
      'accept-ranges': 'bytes',
      'content-type': 'video/mp4',
      'content-length': '10',
      etag: ETAG,
      'last-modified': MODIFIED,
    });
  });

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=0-999', CONTENT, 'bytes 0-9/10'],
  ])('answers %s with that part', async (range, expected, contentRange) => {
    const { status, headers, body } = await answerTo({ range });
    expect(status).toBe(206);
    expect(body).toBe(expected);
    expect(headers['content-range']).toBe(contentRange);
    expect(headers['content-length']).toBe(String(expected.length));
  });

  it('answers 416 with the size beyond the end', async () => {
    const { status, headers, body } = await answerTo({ range: 'bytes=10-' });
    expect(status).toBe(416);
    expect(headers['content-range']).toBe('bytes */10');
    expect(body).toBeNull();
  });

  it('answers several ranges at once with the whole', async () => {
    expect(await answerTo({ range: 'bytes=0-1,4-5' })).toMatchObject({
      status: 200,
      body: CONTENT,
    });
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const whole = await answerTo({}, { method: 'HEAD' });
    expect(whole).toMatchObject({ status: 200, body: null });
    expect(whole.headers['content-length']).toBe('10');
    const part = await answerTo({ range: 'bytes=0-3' }, { method: 'HEAD' });
    expect(part).toMatchObject({ status: 206, body: null });
    expect(part.headers['content-length']).toBe('4');
  });

  it.each([
    ['the same etag', { 'if-none-match': ETAG }],
    ['one of many etags', { 'if-none-match': `"x", W/${ETAG}` }],
    ['the same time', { 'if-modified-since': MODIFIED }],
  ])('answers 304 to %s', async (_what, headers) => {
    expect(await answerTo(headers)).toMatchObject({ status: 304, body: null });
  });

  it('sends the file anew when it changed', async () => {
    const past = new Date(1_600_000_000_000).toUTCString();
    expect(await answerTo({ 'if-none-match': '"old"' })).toMatchObject({ status: 200 });
    expect(await answerTo({ 'if-modified-since': past })).toMatchObject({ status: 200 });
  });

  it('sends a part only of the state that the player knows', async () => {
    const range = 'bytes=2-4';
    expect(await answerTo({ range, 'if-range': ETAG })).toMatchObject({ status: 206, body: '234' });
    expect(await answerTo({ range, 'if-range': MODIFIED })).toMatchObject({ status: 206 });
    expect(await answerTo({ range, 'if-range': '"old"' })).toMatchObject({
      status: 200,
      body: CONTENT,
    });
    expect(await answerTo({ range, 'if-range': `W/${ETAG}` })).toMatchObject({ status: 200 });
  });

  it('answers for an empty file', async () => {
    const { status, headers, body } = await answerTo({}, { content: '' });
    expect({ status, length: headers['content-length'], body }).toEqual({
      status: 200,
      length: '0',
      body: null,
    });
  });

  it('says which file is gone', async () => {
    await using folder = await temporaryFolder();
    const request = { method: 'GET', headers: new Headers() };
    const file = { path: folder.at('gone.mp4'), mimeType: 'video/mp4' };
    await expect(serveFileRange(request, file)).rejects.toMatchObject({
      code: 'import/not-found',
      message: expect.stringContaining('gone.mp4'),
    });
  });
});
