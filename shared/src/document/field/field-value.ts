import { isTarget } from '../../framework/index.js'
import { dayOf, wellFormed } from '../json-value.js'
import type { CellDefinition } from './field-definition.js'

/** An answer: words, a day, a whole number, yes or no, an option, or several of the list-like ones. */
export type CellValue = string | number | boolean | readonly string[]

export const MAX_WORDS_LENGTH = 10_000
const MAX_ITEMS = 500
/** What looks like a code is read, also one that only another list has: it is shown as unknown and never dropped. */
const CODE = /^[\w.-]{1,40}$/

/**
 * Any stored value as an answer to this field, or undefined when it is none.
 * Options are returned in the catalogue's order and countries in alphabetical order, each once: the order of ticking says nothing.
 * Numbers are whole; there is nothing here that a fraction could answer.
 */
export function readFieldValue(field: CellDefinition, value: unknown): CellValue | undefined {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && value !== '' ? wellFormed(value) : undefined
    case 'date':
      return dayOf(value)
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= field.from && value <= field.to ? value + 0 : undefined
    case 'countries':
      return some(setOf(value, (code) => /^[A-Z]{2}$/.test(code)).sort())
    case 'targets':
      return some(setOf(value, (code) => CODE.test(code)).sort())
    case 'list':
      return some(lines(value))
    case 'enumeration':
      if (!field.many) return field.options.find((option) => option === value)
      return some(field.options.filter((option) => setOf(value, () => true).includes(option)))
  }
}

/** Why a value is no answer to this field, or null when it is one. `there`: what it answers now; an unknown code of it may stay. */
export function reasonAgainst(field: CellDefinition, value: CellValue, there?: unknown): string | null {
  const several: readonly string[] | null = typeof value === 'object' ? value : null
  if (several && several.length > MAX_ITEMS) return `more than ${MAX_ITEMS} entries`
  if (several?.some((item) => item.length > MAX_WORDS_LENGTH)) return `an entry of more than ${MAX_WORDS_LENGTH} characters`
  if (typeof value === 'string' && value.length > MAX_WORDS_LENGTH) return `more than ${MAX_WORDS_LENGTH} characters`
  if (field.type === 'targets' && several) {
    const kept = readFieldValue(field, there)
    if (several.some((code) => !isTarget(code) && !(Array.isArray(kept) && kept.includes(code)))) return EXPECTED.targets
  }
  const read = readFieldValue(field, value)
  if (read !== undefined && (!several || (typeof read === 'object' && read.length === several.length))) return null
  return field.type === 'number' ? `not a whole number from ${field.from} to ${field.to}` : EXPECTED[field.type]
}

const EXPECTED = {
  text: 'not words',
  date: 'not a day as YYYY-MM-DD',
  boolean: 'not yes or no',
  countries: 'not a list of different two-letter country codes',
  targets: 'not a list of different codes of SDG targets or indicators',
  list: 'not a list of non-empty lines',
  enumeration: 'not one of the options'
} as const

const isText = (item: unknown): item is string => typeof item === 'string'

function setOf(value: unknown, accepts: (item: string) => boolean): string[] {
  return Array.isArray(value) ? [...new Set(value.filter(isText).filter(accepts))] : []
}

function lines(value: unknown): string[] {
  return Array.isArray(value)
    ? value
        .filter(isText)
        .filter((line) => line !== '')
        .map(wellFormed)
    : []
}

const some = (items: readonly string[]) => (items.length > 0 ? items : undefined)
