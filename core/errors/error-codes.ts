/**
 * Every operational failure, once. `docs/errors.md` lists the same codes; a test keeps them equal.
 * `status` is the HTTP status under which the code leaves the API.
 */
export const ERROR_CODES = {
  'internal/bug': {
    status: 500,
    summary: 'A defect of AVlogue itself.',
    advice: 'Please report it with the log.',
  },
  'input/invalid': {
    status: 400,
    summary: 'A value given by the caller is not allowed.',
    advice: 'Correct the named field.',
  },
  'input/too-large': {
    status: 413,
    summary: 'A request body is over its limit.',
    advice: 'Send less, or upload the file instead.',
  },
  'input/unknown-address': {
    status: 404,
    summary: 'There is nothing at this address.',
    advice: 'Use the links that AVlogue gives, or see the API’s document.',
  },
  'access/host-refused': {
    status: 403,
    summary: 'The Host header names another machine.',
    advice: 'Open the address that AVlogue printed.',
  },
  'access/origin-refused': {
    status: 403,
    summary: 'The request comes from a foreign web page.',
    advice: 'Use AVlogue’s own page.',
  },
  'access/token-refused': {
    status: 401,
    summary: 'The token is missing or wrong.',
    advice: 'Open the address with the token that AVlogue printed at its start.',
  },
  'access/path-refused': {
    status: 403,
    summary: 'The path leads outside of what is served.',
    advice: 'Use the links that AVlogue gives.',
  },
  'catalog/locked': {
    status: 409,
    summary: 'Another process owns this library.',
    advice: 'Use that one, or stop it first.',
  },
  'catalog/place-lost': {
    status: 409,
    summary: 'The folder that was chosen for the library is not there.',
    advice: 'Connect its drive, or choose another library.',
  },
  'catalog/unreadable': {
    status: 500,
    summary: 'The catalog cannot be read, and nothing leads to its state; it was left as it is.',
    advice: 'Restore the backup, see the named files.',
  },
  'catalog/newer-version': {
    status: 500,
    summary: 'The catalog was written by a newer AVlogue.',
    advice: 'Update AVlogue. Nothing was changed.',
  },
  'catalog/write-failed': {
    status: 507,
    summary: 'A change could not be written to the catalog.',
    advice: 'Free space or mend permissions; the change was not made.',
  },
  'catalog/not-found': {
    status: 404,
    summary: 'There is no such object in the catalog.',
    advice: 'Reload the list.',
  },
  'catalog/conflict': {
    status: 409,
    summary: 'The value is already taken (a slug, an id, a name).',
    advice: 'Choose another.',
  },
  'catalog/invalid-change': {
    status: 400,
    summary: 'A change does not fit the catalog’s schema.',
    advice: 'Correct the named field.',
  },
  'import/not-found': {
    status: 404,
    summary: 'There is no file or folder at this path.',
    advice: 'Check the path.',
  },
  'import/no-permission': {
    status: 403,
    summary: 'The file or folder may not be read.',
    advice: 'Give AVlogue read permission.',
  },
  'import/empty-file': {
    status: 422,
    summary: 'The file holds no bytes.',
    advice: 'Copy it again from its source.',
  },
  'import/not-media': {
    status: 422,
    summary: 'The file is not audio or video.',
    advice: 'Choose another file.',
  },
  'import/not-captions': {
    status: 422,
    summary: 'The file holds no captions.',
    advice: 'Save it as WebVTT (.vtt) or SubRip (.srt).',
  },
  'import/captions-alone': {
    status: 422,
    summary: 'The caption file belongs to no media.',
    advice:
      'Name it after its master and put it beside it, as clip.en.srt beside clip.mp4, or add it on the page of its media.',
  },
  'import/no-media-inside': {
    status: 422,
    summary: 'The folder holds no audio or video.',
    advice: 'Look into the folder; hidden files are passed over.',
  },
  'import/truncated': {
    status: 422,
    summary: 'The file is cut off or its index (moov) is missing.',
    advice: 'Copy it again, or repair it with the recorder’s tool.',
  },
  'import/undecodable': {
    status: 422,
    summary: 'FFmpeg has no decoder for what is in the file.',
    advice: 'Convert it with the program that made it.',
  },
  'import/playlist-refused': {
    status: 422,
    summary: 'The file is a playlist that points to other files or addresses.',
    advice: 'Import the media files themselves.',
  },
  'import/unstable': {
    status: 409,
    summary: 'The file is still being written, or another program keeps it for itself.',
    advice: 'In a watched folder it is taken up when that is over; else import it again then.',
  },
  'import/not-regular': {
    status: 422,
    summary: 'The path is a device, socket or pipe, not a file.',
    advice: 'Choose a file.',
  },
  'import/disk-full': {
    status: 507,
    summary: 'There is no space left in the library for an upload.',
    advice: 'Free space, then upload it again.',
  },
  'import/library-unwritable': {
    status: 507,
    summary: 'The library’s folder for uploads cannot be written.',
    advice: 'Mend its permissions, then upload it again.',
  },
  'import/upload-aborted': {
    status: 400,
    summary: 'The connection broke before the whole file had arrived.',
    advice: 'Upload it again.',
  },
  'format/invalid': {
    status: 400,
    summary: 'A format contradicts itself or its container.',
    advice: 'See the named field and reason.',
  },
  'format/in-use': {
    status: 409,
    summary: 'The format or set is still used.',
    advice: 'Take it out of the named sets or folders first.',
  },
  'format/built-in': {
    status: 409,
    summary: 'Built-in formats, sets and devices cannot be changed or deleted.',
    advice: 'Duplicate it and change the copy.',
  },
  'format/import-unreadable': {
    status: 400,
    summary: 'The file is neither AVlogue’s export nor a fixture of the old AVlogue.',
    advice: 'Export it again.',
  },
  'format/unavailable': {
    status: 422,
    summary: 'The FFmpeg in use has no encoder for this format.',
    advice: 'Install a full FFmpeg, see `avlogue doctor`.',
  },
  'conversion/ffmpeg-missing': {
    status: 503,
    summary: 'No working FFmpeg or ffprobe was found.',
    advice: 'Install FFmpeg or set its path, see `avlogue doctor`.',
  },
  'conversion/ffmpeg-failed': {
    status: 500,
    summary: 'FFmpeg ended with an error.',
    advice: 'See its last lines in the details.',
  },
  'conversion/disk-full': {
    status: 507,
    summary: 'There is no space left where the result is written.',
    advice: 'Free space, then retry.',
  },
  'conversion/target-read-only': {
    status: 507,
    summary: 'The result cannot be written to its folder.',
    advice: 'Mend its permissions, then retry.',
  },
  'conversion/master-missing': {
    status: 409,
    summary: 'The master is not where the catalog says.',
    advice: 'Bring it back or connect its drive; it is found again by itself.',
  },
  'conversion/master-changed': {
    status: 409,
    summary: 'The master changed while it was converted.',
    advice: 'It is planned anew by itself.',
  },
  'conversion/master-damaged': {
    status: 422,
    summary: 'Only a part of the master can be read: it is cut off or damaged.',
    advice:
      'Replace it with a whole copy; or keep what there is with `ffmpeg -i OLD -c copy NEW` and import that.',
  },
  'conversion/verification-failed': {
    status: 500,
    summary: 'A result is not what was planned and was thrown away.',
    advice: 'Retry; if it happens again, report it with the log.',
  },
  'conversion/cancelled': {
    status: 409,
    summary: 'The conversion was cancelled.',
    advice: 'Retry to start it again.',
  },
  'conversion/interrupted': {
    status: 409,
    summary: 'AVlogue ended while this ran.',
    advice: 'It is taken up again by itself.',
  },
  'conversion/stalled': {
    status: 500,
    summary: 'FFmpeg made no progress for too long and was ended.',
    advice: 'Retry; check the disk or the master.',
  },
  'publish/target-unwritable': {
    status: 507,
    summary: 'The publish folder cannot be written.',
    advice: 'Mend its permissions or choose another.',
  },
  'publish/disk-full': {
    status: 507,
    summary: 'There is no space left in the publish folder.',
    advice: 'Free space, then publish again; what stood there still stands.',
  },
  'publish/nothing-ready': {
    status: 409,
    summary: 'The media has no rendition to publish yet.',
    advice: 'Convert it first.',
  },
  'publish/file-missing': {
    status: 409,
    summary: 'A file of the library that should be published is gone.',
    advice: 'Convert the media again.',
  },
  'publish/foreign-files': {
    status: 409,
    summary: 'The folder holds files which AVlogue did not put there under the same names.',
    advice: 'Choose another folder or move them away.',
  },
  'publish/folder-taken': {
    status: 409,
    summary: 'Another media still stands in the folder that this one is to be published into.',
    advice: 'Publish that one again or take it out of the website, then publish this one.',
  },
  'publish/interrupted': {
    status: 503,
    summary: 'AVlogue ended while it published.',
    advice: 'Publish again; what was finished stands.',
  },
  'publish/folders-overlap': {
    status: 409,
    summary: 'A publish folder lies in another one or around it, or a watched folder lies in it.',
    advice: 'Choose a folder that stands apart.',
  },
  'snippet/nothing-matches': {
    status: 422,
    summary: 'No rendition passes the chosen filters.',
    advice: 'Loosen a filter.',
  },
  'host/unreachable': {
    status: 503,
    summary: 'The process that owns the library does not answer.',
    advice: 'Stop it, or wait and try again.',
  },
  'host/port-taken': {
    status: 500,
    summary: 'The port is in use.',
    advice: 'Choose another with --port, or 0 for any.',
  },
} as const satisfies Record<string, { status: number; summary: string; advice: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;
