import { ERRORS, HTTP_STATUS, sentenceOf, type ErrorArguments, type ErrorCode, type ErrorKind } from './catalogue.js'

/** One reason for refusing one field of the input. */
export interface FieldProblem {
  readonly field: string
  readonly reason: string
}

/** The only error that services throw on purpose; everything else is `internal` at the edge. */
export class RoundtableError extends Error {
  override readonly name = 'RoundtableError'
  readonly kind: ErrorKind

  constructor(
    readonly code: ErrorCode,
    readonly args: ErrorArguments = {},
    readonly fields: readonly FieldProblem[] = [],
    options?: ErrorOptions
  ) {
    super(sentenceOf(code, args), options)
    this.kind = ERRORS[code].kind
  }
}

/** An HTTP problem document (RFC 9457): what every refused REST request answers. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly args: ErrorArguments
  readonly fields: readonly FieldProblem[]
}

/** The problem document of an error; anything unknown becomes `internal` and shows nothing of itself. */
export function problemOf(error: unknown, reference: string): Problem {
  const known = error instanceof RoundtableError ? error : new RoundtableError('internal', { reference })
  return {
    type: `urn:roundtable:error:${known.code}`,
    title: known.message,
    status: HTTP_STATUS[known.kind],
    code: known.code,
    args: known.args,
    fields: known.fields
  }
}
