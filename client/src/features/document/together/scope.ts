import { readStored, writeStored } from '../../../lib/stored.js'

/** Of which changes by others a person wants to hear: those where they are themselves, all, or none. */
export const SCOPES = ['mine', 'document', 'off'] as const
export type Scope = (typeof SCOPES)[number]

export function keptScope(): Scope {
  const kept = readStored('spoken')
  return SCOPES.find((scope) => scope === kept) ?? 'mine'
}

export function keepScope(scope: Scope): void {
  writeStored('spoken', scope)
}
