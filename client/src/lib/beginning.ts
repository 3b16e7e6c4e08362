/** Words of somebody as far as there is room to repeat them: the first so many letters, with a sign where there are more. */
export function beginning(words: string, most: number): string {
  const letters = [...words]
  return letters.length <= most ? words : `${letters.slice(0, most).join('').trimEnd()}…`
}
