import type { VideoTrack } from '../model/media-info.ts';
import { parseFrameRate } from './frame-rate.ts';
import { parsePixelFormat } from './pixel-formats.ts';
import type { ProbeStream } from './probe-schema.ts';
import { parseKnown, parseNumber, parsePositive, parseRatio, readTag } from './probe-values.ts';
import { parseRotation } from './rotation.ts';

/** null: ffprobe could not make out the picture. */
export function parseVideoTrack(stream: ProbeStream): VideoTrack | null {
  const { codec_name: codec, width = 0, height = 0 } = stream;
  const coded = { width: Math.round(width), height: Math.round(height) };
  if (codec === undefined || !isSide(coded.width) || !isSide(coded.height)) return null;
  const sampleAspectRatio = parseSampleAspectRatio(stream.sample_aspect_ratio);
  const rotation = parseRotation(stream);
  const pixelFormat = parseKnown(stream.pix_fmt);
  const pixels = parsePixelFormat(pixelFormat);
  const { frameRate, variable } = parseFrameRate(stream);
  return {
    index: stream.index,
    codec,
    profile: parseKnown(stream.profile),
    level: parseLevel(stream.level),
    ...displaySize(coded, sampleAspectRatio, rotation),
    codedWidth: coded.width,
    codedHeight: coded.height,
    rotation,
    sampleAspectRatio,
    frameRate,
    variableFrameRate: variable,
    pixelFormat,
    bitDepth: pixelFormat === null ? rawBitDepth(stream) : pixels.bitDepth,
    chroma: pixels.chroma,
    alpha: pixels.alpha || readTag(stream.tags, 'alpha_mode') === '1',
    ...parseFields(stream.field_order),
    dynamicRange: parseDynamicRange(stream),
    color: parseColor(stream, pixelFormat),
    tag: parseTag(stream.codec_tag_string),
    bitrateBps: parseStreamBitrate(stream),
  };
}

/** FFmpeg itself decodes no picture with a longer side. */
const LONGEST_SIDE = 65_536;

function isSide(pixels: number): boolean {
  return pixels >= 1 && pixels <= LONGEST_SIDE;
}

/** Matroska keeps it in a tag, which older muxers wrote with a language behind its name. */
export function parseStreamBitrate(stream: ProbeStream): number | null {
  const tag = readTag(stream.tags, 'bps', 'bps-eng');
  return parsePositive(stream.bit_rate) ?? parsePositive(tag ?? undefined);
}

/** -99 and other negative numbers are FFmpeg's "unknown". */
function parseLevel(level: string | number | undefined): number | null {
  const number = parseNumber(level);
  return number !== null && number >= 0 ? number : null;
}

const SQUARE = { numerator: 1, denominator: 1 };
/** Pixels more oblong than this are a damaged header. */
const MOST_OBLONG = 8;
/** Left by scalers that round a side; eight pixels in a line of 1920. */
const SEEN_AS_SQUARE = 0.004;

function parseSampleAspectRatio(text: string | undefined): VideoTrack['sampleAspectRatio'] {
  const ratio = parseRatio(text);
  if (ratio === null) return SQUARE;
  const oblong = ratio.numerator / ratio.denominator;
  if (oblong > MOST_OBLONG || oblong < 1 / MOST_OBLONG) return SQUARE;
  return Math.abs(oblong - 1) < SEEN_AS_SQUARE ? SQUARE : ratio;
}

function displaySize(
  coded: { readonly width: number; readonly height: number },
  { numerator, denominator }: VideoTrack['sampleAspectRatio'],
  rotation: number,
): { readonly width: number; readonly height: number } {
  const width = Math.max(1, Math.round((coded.width * numerator) / denominator));
  const turned = rotation === 90 || rotation === 270;
  return turned ? { width: coded.height, height: width } : { width, height: coded.height };
}

function rawBitDepth(stream: ProbeStream): number {
  const depth = Math.round(parsePositive(stream.bits_per_raw_sample) ?? 8);
  return depth >= 1 && depth <= 32 ? depth : 8;
}

/** `tt`, `tb`: top field first; `bb`, `bt`: bottom field first (coded and shown order). */
function parseFields(order: string | undefined): Pick<VideoTrack, 'interlaced' | 'fieldOrder'> {
  if (order === 'tt' || order === 'tb') return { interlaced: true, fieldOrder: 'top-first' };
  if (order === 'bb' || order === 'bt') return { interlaced: true, fieldOrder: 'bottom-first' };
  return { interlaced: false, fieldOrder: order === 'progressive' ? 'progressive' : 'unknown' };
}

function parseDynamicRange(stream: ProbeStream): VideoTrack['dynamicRange'] {
  if (stream.color_transfer === 'smpte2084') return 'pq';
  if (stream.color_transfer === 'arib-std-b67') return 'hlg';
  // Dolby Vision profile 5 names no transfer, and is PQ throughout
  const dolby = stream.side_data_list?.find(
    (data) => data.side_data_type === 'DOVI configuration record',
  );
  return dolby?.dv_profile === 5 ? 'pq' : 'sdr';
}

function parseColor(stream: ProbeStream, pixelFormat: string | null): VideoTrack['color'] {
  const fullRange = pixelFormat?.startsWith('yuvj') === true;
  return {
    primaries: parseKnown(stream.color_primaries),
    transfer: parseKnown(stream.color_transfer),
    matrix: parseKnown(stream.color_space),
    range: fullRange ? 'pc' : parseKnown(stream.color_range),
  };
}

/** `[0][0][0][0]` where the container has none. */
function parseTag(text: string | undefined): string | null {
  return text === undefined || text.startsWith('[0]') ? null : text;
}
