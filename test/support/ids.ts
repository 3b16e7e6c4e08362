/** Ids `<prefix>0`, `<prefix>1` …: what stands in for the machine's ids in tests. */
export function countingIds(prefix: string): { newId: () => string } {
  let count = 0
  return { newId: () => `${prefix}${count++}` }
}
