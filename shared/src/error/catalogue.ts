/**
 * The error catalogue: every refusal a person or a program can meet, once.
 * `kind` decides the HTTP status, the acknowledgement and (for the live socket) the close code;
 * the sentence is English for logs and API users, screens translate by code with the same arguments.
 */
export type ErrorKind =
  'bad_input' | 'not_signed_in' | 'not_allowed' | 'not_found' | 'conflict' | 'too_many' | 'too_large' | 'unavailable' | 'internal'

interface Definition {
  readonly kind: ErrorKind
  readonly sentence: string
}

/** `{name}` in a sentence is filled from the error's arguments. */
export const ERRORS = {
  bad_input: { kind: 'bad_input', sentence: 'Some of what was sent cannot be used: {field}: {reason}.' },
  not_json: { kind: 'bad_input', sentence: 'The request body is not valid JSON.' },
  cross_site: { kind: 'not_allowed', sentence: 'This request came from another site and was refused.' },
  other_address: { kind: 'not_allowed', sentence: 'This Roundtable is now at {address}. Open it there.' },
  not_signed_in: { kind: 'not_signed_in', sentence: 'Sign in first.' },
  wrong_credentials: { kind: 'not_signed_in', sentence: 'The name and the password do not belong together.' },
  wrong_phrase: { kind: 'not_signed_in', sentence: 'The name and the recovery phrase do not belong together.' },
  sign_in_throttled: { kind: 'too_many', sentence: 'Too many attempts. Try again in {seconds} seconds.' },
  too_many_requests: { kind: 'too_many', sentence: 'Too many requests. Try again in {seconds} seconds.' },
  opened_too_many: { kind: 'too_many', sentence: 'A person opens at most {most} workspaces a day. Try again in {seconds} seconds.' },
  already_made: { kind: 'conflict', sentence: 'This key was used for another request before.' },
  changed_meanwhile: { kind: 'conflict', sentence: 'Somebody else changed this meanwhile. Look at it again before you change it.' },
  already_member: { kind: 'conflict', sentence: 'You have a seat here already.' },
  other_side: { kind: 'conflict', sentence: 'You have sat on another side here. A person has one side in a workspace.' },
  workspace_full: {
    kind: 'conflict',
    sentence: 'All {most} seats here are taken. A seat that nobody uses has to end before another is taken.'
  },
  already_open: { kind: 'conflict', sentence: 'There is one open already.' },
  no_longer_open: { kind: 'conflict', sentence: 'This has been decided already.' },
  invitation_over: { kind: 'not_found', sentence: 'This invitation leads nowhere: it was used, withdrawn or has expired.' },
  name_taken: { kind: 'conflict', sentence: 'Somebody already uses this name.' },
  not_found: { kind: 'not_found', sentence: 'There is nothing here, or you may not know of it.' },
  not_allowed: { kind: 'not_allowed', sentence: 'You may not do this here ({rule}, {paragraph}).' },
  sample_off: { kind: 'not_found', sentence: 'There is nothing here, or you may not know of it.' },
  too_large: { kind: 'too_large', sentence: 'What was sent is larger than {limit}.' },
  database_unavailable: {
    kind: 'unavailable',
    sentence: 'The database does not answer. What you typed is safe on this device; try again shortly.'
  },
  unavailable: { kind: 'unavailable', sentence: 'The server cannot do this right now. Try again shortly.' },
  internal: { kind: 'internal', sentence: 'Something went wrong on the server. It has been noted under {reference}.' }
} as const satisfies Record<string, Definition>

export type ErrorCode = keyof typeof ERRORS
export type ErrorArguments = Readonly<Record<string, string | number>>

/** The kind's HTTP status (RFC 9110). */
export const HTTP_STATUS: Readonly<Record<ErrorKind, number>> = {
  bad_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  too_large: 413,
  unavailable: 503,
  internal: 500
}

/** The catalogue's sentence for a code, with its arguments filled in. */
export function sentenceOf(code: ErrorCode, args: ErrorArguments = {}): string {
  return ERRORS[code].sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? '?'))
}
