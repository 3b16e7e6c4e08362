import { RoundtableError } from '@roundtable/shared/error'
import type { Translate } from '../locales/use-text.js'
import { isMessageKey } from '../locales/catalogue.js'
import { isEndOwed } from './owed-end.js'
import { Unreachable } from './request.js'

/** What went wrong, in the reader's language, from the error catalogue's code and arguments. */
export function sentenceOfError(error: unknown, t: Translate): string {
  if (error instanceof RoundtableError) {
    const first = error.fields[0]
    const { sentence } = error.args
    // A refused right says why in its own words.
    if (error.code === 'not_allowed' && typeof sentence === 'string' && isMessageKey(sentence)) return t(sentence)
    return t(`error.${error.code}`, { field: first?.field ?? '', reason: first?.reason ?? '', ...error.args })
  }
  if (error instanceof Unreachable) {
    // Whoever has left has nothing on this device.
    if (isEndOwed() && !error.isAct) return t('error.left')
    if (error.isAct) return t(error.isOffline ? 'error.actNoNetwork' : 'error.actUnreachable')
    return t(error.isOffline ? 'error.noNetwork' : 'error.unreachable')
  }
  return t('error.unexpected')
}

/** The reason for refusing one field, when the server named it. */
export function fieldProblem(error: unknown, field: string): string | undefined {
  return error instanceof RoundtableError ? error.fields.find((problem) => problem.field === field)?.reason : undefined
}

/** The right to it is missing, which no other try gives. */
export function isRefused(error: unknown): boolean {
  return error instanceof RoundtableError && error.kind === 'not_allowed'
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof RoundtableError && error.code === 'not_signed_in'
}
