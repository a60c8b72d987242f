/**
 * docs/errors.md from the table in core/errors/error-codes.ts.
 * @param {Readonly<Record<string, { status: number, summary: string, advice: string }>>} codes
 */
export function documentErrors(codes) {
  const groups = Object.groupBy(Object.entries(codes), ([code]) => code.split('/')[0] ?? '');
  const sections = Object.entries(groups).map(([group, entries = []]) => {
    const rows = entries.map(
      ([code, { status, summary, advice }]) =>
        `| \`${code}\` | ${status} | ${summary} | ${advice} |`,
    );
    return [
      `## ${group}`,
      '',
      '| code | HTTP | what happened | what to do |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ];
  });
  return [
    '# Errors',
    '',
    'Every operational failure has one of these codes, the same in the terminal, the user interface and the API.',
    'Written by `npm run docs` from `core/errors/error-codes.ts`; a test keeps the two equal.',
    '',
    ...sections.flat(),
  ].join('\n');
}

const ABOUT = {
  format: ['On a format', 'Why a format is made, copied or skipped, and why it is made as it is.'],
  choice: ['On a device', 'Why a device gets the rendition that it gets.'],
  verdict: ['On a rendition and a device', 'Why a rendition does not play there.'],
};

/**
 * docs/reasons.md from the table in core/planning/reason-codes.ts.
 * @param {Readonly<Record<string, { about: 'format' | 'choice' | 'verdict', meaning: string }>>} codes
 */
export function documentReasons(codes) {
  const sections = Object.entries(ABOUT).map(([about, [title, lead]]) => {
    const rows = Object.entries(codes)
      .filter(([, reason]) => reason.about === about)
      .map(([code, { meaning }]) => `| \`${code}\` | ${meaning} |`);
    return [`## ${title}`, '', `${lead}`, '', '| code | meaning |', '| --- | --- |', ...rows, ''];
  });
  return [
    '# Reasons in a plan',
    '',
    'Every decision of a plan carries codes from this closed list and the figures behind them;',
    '`avlogue plan FILE` prints them in words, `--json` as they are.',
    'Written by `npm run docs` from `core/planning/reason-codes.ts`; a test keeps the two equal.',
    '',
    ...sections.flat(),
  ].join('\n');
}
