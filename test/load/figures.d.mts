type Figures = Readonly<Record<string, number | boolean | string | null>>

export function percentile(values: readonly number[], share: number): number | null
export function median(values: readonly number[]): number | null
export function summary(repetitions: readonly Figures[]): Figures
export function slope(points: readonly (readonly [number, number])[]): number | null
