/** The value that `share` (0 to 1) of all values do not exceed; null of none. */
export function percentile(values, share) {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}

export function distribution(values) {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95), p99: percentile(values, 0.99), max: percentile(values, 1) }
}

export function median(values) {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** What the repetitions of one measurement come to: medians of numbers; a yes only where it was yes each time. */
export function summary(repetitions) {
  const keys = new Set(repetitions.flatMap((figures) => Object.keys(figures)))
  return Object.fromEntries(
    [...keys].map((key) => {
      const values = repetitions.map((figures) => figures[key])
      if (values.every((value) => typeof value === 'number')) return [key, key === 'missing' ? Math.max(...values) : median(values)]
      if (values.every((value) => typeof value === 'boolean')) return [key, values.every(Boolean)]
      return [key, values.findLast((value) => value !== undefined)]
    })
  )
}

/** Increase a minute by least squares over points of [minutes, value]; null of fewer than two. */
export function slope(points) {
  if (points.length < 2) return null
  const mean = (index) => points.reduce((sum, point) => sum + point[index], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  return spread === 0 ? null : points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread
}
