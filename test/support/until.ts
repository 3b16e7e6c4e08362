const LOOK_EVERY_MS = 10

/** Resolves when the condition holds, which is looked at again and again; rejects after `limitMs`. For what tells nobody when it changes. */
export async function until(isMet: () => boolean | Promise<boolean>, what: string, limitMs = 20_000): Promise<void> {
  const limit = performance.now() + limitMs
  while (!(await isMet())) {
    if (performance.now() > limit) throw new Error(`waited ${limitMs} ms for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
