/** True when `work` has ended by then; false when it has not, and then nobody waits for it any longer. Rejects as `work` does. */
export async function within(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs)
  })
  return Promise.race([work.then(() => true), limit]).finally(() => clearTimeout(timer))
}
