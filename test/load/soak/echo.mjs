const LONGEST_MS = 60_000

/** Latencies of hours, by whole milliseconds upwards: a value is never taken for less than it was. */
export class Echo {
  #counts = new Uint32Array(LONGEST_MS + 1)
  #total = 0

  add(latencies) {
    for (const latency of latencies) this.#counts[Math.min(LONGEST_MS, Math.ceil(Math.max(0, latency)))] += 1
    this.#total += latencies.length
  }

  percentile(share) {
    let below = 0
    for (let ms = 0; ms <= LONGEST_MS; ms++) {
      below += this.#counts[ms]
      if (below > 0 && below >= share * this.#total) return ms
    }
    return null
  }
}
