export { ERRORS, HTTP_STATUS, sentenceOf } from './catalogue.js'
export type { ErrorArguments, ErrorCode, ErrorKind } from './catalogue.js'
export { RoundtableError, problemOf } from './roundtable-error.js'
export type { FieldProblem, Problem } from './roundtable-error.js'
