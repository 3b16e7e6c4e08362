/** What a figure is called and counted in. */
const NAMES = {
  p50: 'p50 ms',
  p95: 'p95 ms',
  p99: 'p99 ms',
  max: 'slowest ms',
  cursorP50: 'cursor p50 ms',
  cursorP99: 'cursor p99 ms',
  microsPerDelivery: 'CPU µs a delivery',
  cpuPercent: 'CPU %',
  cpuSeconds: 'CPU s',
  rssPeak: 'RSS MiB',
  rssBefore: 'RSS before MiB',
  rssAfter: 'RSS after MiB',
  kibEach: 'KiB each',
  openMs: 'all open after ms',
  editsPerSecond: 'letters a second',
  lateP99: 'generator late p99 ms',
  generatorPercent: 'generator CPU %',
  limit: 'limit',
  isComplete: 'all of it',
  document: 'document',
  kilobytes: 'KiB',
  seen: 'letters seen',
  gone: 'of them gone',
  secondsGone: 'seconds of typing'
}

/** Of these a higher one is better. */
const MORE_IS_BETTER = ['editsPerSecond']

/** `results`: [{ point, server, figures }]. The table of one scenario, in Markdown. */
export function table({ title, name, shown, compared }, results) {
  const head = ['', 'server', ...shown.map((key) => NAMES[key]), 'nothing lost']
  const rows = results.map(({ point, server, figures }) => [
    pointName(point),
    server,
    ...shown.map((key) => written(figures[key])),
    figures.failure ?? verdict(figures, shown)
  ])
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [`## ${name}`, '', `${title}.`, '', ...lines, ...ratios(compared, results)].join('\n')
}

export function pointName(point) {
  return Object.entries(point)
    .map(([key, value]) => (typeof value === 'number' ? `${value} ${key === 'editRate' ? 'a second each' : key}` : value))
    .join(', ')
}

/** Figures of a run that lost something are no figures. */
function verdict(figures, shown) {
  if (shown.includes('gone')) return figures.gone === 0 ? 'yes' : '**no**'
  if (figures.missing > 0) return `**no: ${figures.missing} missing**`
  if (figures.isConverged === false || figures.isComplete === false) return '**no: texts differ**'
  return figures.gone > 0 ? `**no: ${figures.gone} connections gone**` : 'yes'
}

function ratios(compared, results) {
  const ours = results.filter(({ server, figures }) => server === 'roundtable' && !figures.failure)
  const lines = ours.flatMap(({ point, figures }) =>
    results
      .filter((other) => other.point === point && other.server !== 'roundtable' && !other.figures.failure)
      .map(
        (other) =>
          `- ${pointName(point)}, Roundtable : ${other.server}: ${compared.map((key) => ratio(key, figures[key], other.figures[key])).join(' · ')}`
      )
  )
  return compared.length > 0 && lines.length > 0 ? ['', ...lines] : []
}

function ratio(key, ours, theirs) {
  const value = typeof ours === 'number' && typeof theirs === 'number' && theirs > 0 && ours >= 0 ? (ours / theirs).toFixed(2) : '–'
  return `${NAMES[key]} ${value}${MORE_IS_BETTER.includes(key) ? ' (more is better)' : ''}`
}

function written(value) {
  if (typeof value === 'number') return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(1)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? '–'
}
