export class Echo {
  add(latencies: readonly number[]): void
  percentile(share: number): number | null
}
