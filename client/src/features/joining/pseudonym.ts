/** Letters, spaces and hyphens: what a pseudo-locale puts around words is no part of a name. */
const NO_NAME = /[^\p{L}\p{M}' -]+/gu

/** A neutral name of two words, each from a list in the reader's language (`word|word|…`). `random` gives 0 … below 1. */
export function suggestName(firstWords: string, secondWords: string, random: () => number): string {
  const pick = (words: string) => {
    const all = words.split('|')
    return (all[Math.floor(random() * all.length)] ?? '').replace(NO_NAME, '').trim()
  }
  return `${pick(firstWords)} ${pick(secondWords)}`
}

/** Randomness that also exists where the page is no secure context. */
export function fairRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
}
