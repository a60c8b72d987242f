import type { VideoTrack } from '../model/media-info.ts';
import type { FfmpegCapabilities } from './capabilities.ts';

/** HDR to BT.709 SDR; empty for SDR. The result is 8-bit 4:2:0. */
export function buildToneMap(
  track: VideoTrack,
  { filters }: FfmpegCapabilities,
): readonly string[] {
  if (track.dynamicRange === 'sdr') return [];
  if (filters.has('zscale') && filters.has('tonemap')) return linearToneMap(track);
  return filters.has('lutrgb') ? tableToneMap(track) : ['format=yuv420p'];
}

const ZSCALE_TRANSFERS = { pq: 'smpte2084', hlg: 'arib-std-b67' } as const;

/** In linear light, as it should be. Everything is named, since masters often name half of it. */
function linearToneMap(track: VideoTrack): readonly string[] {
  const transfer = track.dynamicRange === 'hlg' ? ZSCALE_TRANSFERS.hlg : ZSCALE_TRANSFERS.pq;
  const range = track.color.range === 'pc' ? 'pc' : 'tv';
  const input = `tin=${transfer}:min=bt2020nc:pin=bt2020:rin=${range}`;
  return [
    'format=yuv420p10|yuv422p10|yuv444p10',
    `zscale=${input}:t=linear:npl=${NOMINAL_PEAK_NITS}`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:p=bt709:r=tv',
    'format=yuv420p',
  ];
}

/** Brightness that counts as 1 before the curve. */
const NOMINAL_PEAK_NITS = 100;

/** Without zscale: a table for each primary; close enough that a face looks like one, off in deep colours. */
function tableToneMap(track: VideoTrack): readonly string[] {
  const range = track.color.range === 'pc' ? 'pc' : 'tv';
  const curve = track.dynamicRange === 'hlg' ? HLG_NITS : PQ_NITS;
  const toned = `st(0,${curve}/${NOMINAL_PEAK_NITS});clip(pow(max(${HABLE},0)/${WHITE},1/2.2),0,1)*65535`;
  return [
    `scale=in_color_matrix=bt2020:in_range=${range}`,
    'format=gbrp16le',
    `lutrgb=r='${toned}':g='${toned}':b='${toned}'`,
    'scale=out_color_matrix=bt709:out_range=tv',
    'format=yuv420p',
  ];
}

const SIGNAL = '(val/65535)';
/** SMPTE ST 2084, 5.1, solved for nits. */
const PQ_ROOT = `pow(${SIGNAL},0.0126833)`;
const PQ_NITS = `10000*pow(max(${PQ_ROOT}-0.8359375,0)/(18.8515625-18.6875*${PQ_ROOT}),6.2773946)`;
/** ITU-R BT.2100 table 5 for a display of 1000 nits, its gamma applied to each primary. */
const HLG_NITS = `1000*pow(if(lte(${SIGNAL},0.5),${SIGNAL}*${SIGNAL}/3,(exp((${SIGNAL}-0.55991073)/0.17883277)+0.28466892)/12),1.2)`;
/** Hable's filmic curve of what was stored, as in FFmpeg's own filter, and where it ends for 10 times the nominal peak. */
const HABLE = '((ld(0)*(0.15*ld(0)+0.05)+0.004)/(ld(0)*(0.15*ld(0)+0.5)+0.06)-0.0666667)';
const WHITE = '0.7369';
