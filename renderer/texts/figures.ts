/** Numbers, sizes, times and dates as a language writes them. */
export interface Figures {
  readonly locale: string;
  readonly decimalSeparator: string;
  number(value: number, decimals?: number): string;
  percent(fraction: number): string;
  bytes(value: number): string;
  bitrate(bitsPerSecond: number): string;
  /** How many times faster than it plays: 0.04, 0.8, 24; never a bare 0 for what goes on. */
  speed(factor: number): string;
  /** 4:12, 1:02:10. */
  duration(seconds: number): string;
  /** "4 min", "12 s": for time left, where seconds of minutes do not matter. */
  roughTime(seconds: number): string;
  date(timeMs: number): string;
  dateTime(timeMs: number): string;
  list(items: readonly string[]): string;
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function createFigures(locale: string): Figures {
  const unit = (value: number, name: string, decimals: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: decimals,
    }).format(value);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
  const number = (value: number, decimals = 0) =>
    value.toLocaleString(locale, { maximumFractionDigits: decimals });
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return {
    locale,
    decimalSeparator: parts.find(({ type }) => type === 'decimal')?.value ?? '.',
    number,
    percent: (fraction) =>
      fraction.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 }),
    bytes(value) {
      const power = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
      const scaled = value / 1000 ** power;
      return unit(scaled, SIZES[power] ?? 'byte', power > 1 && scaled < 10 ? 1 : 0);
    },
    bitrate: (bitsPerSecond) =>
      bitsPerSecond >= 995_000
        ? `${number(bitsPerSecond / 1_000_000, 1)} Mb/s`
        : `${number(bitsPerSecond / 1000)} kb/s`,
    speed: (factor) => number(factor, factor < 0.1 ? 2 : factor < 10 ? 1 : 0),
    duration: writeDuration,
    roughTime(seconds) {
      if (seconds < 60) return unit(Math.max(1, Math.round(seconds)), 'second', 0);
      if (seconds < 3600) return unit(Math.round(seconds / 60), 'minute', 0);
      return unit(seconds / 3600, 'hour', 1);
    },
    date: (timeMs) => dates.format(timeMs),
    dateTime: (timeMs) => times.format(timeMs),
    list: (items) => lists.format(items),
  };
}

function writeDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
