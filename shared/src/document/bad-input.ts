import { RoundtableError } from '../error/index.js'

/** A refusal that names the field and the reason; verbs throw it before anything is changed. */
export function badInput(field: string, reason: string): RoundtableError {
  return new RoundtableError('bad_input', { field, reason }, [{ field, reason }])
}
