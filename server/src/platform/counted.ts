/** A number with its noun, for the words of a command. */
export function numberOf(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}
