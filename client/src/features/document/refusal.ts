import { RoundtableError } from '@roundtable/shared/error'

/** Makes a change of the document, and answers its refusal instead of throwing it. What is no refusal is thrown. */
export function refusalOf(change: () => void): RoundtableError | null {
  try {
    change()
    return null
  } catch (error) {
    if (error instanceof RoundtableError) return error
    throw error
  }
}
