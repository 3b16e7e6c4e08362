import { ERRORS, RoundtableError, type ErrorArguments, type ErrorCode, type FieldProblem } from '@roundtable/shared/error'
import { REST, type Operation, type OperationName } from '@roundtable/shared/protocol'
import { noteAnswer } from './line.js'
import { isEndOwed, settleOwedEnd } from './owed-end.js'
import { randomId } from './random-id.js'

/** No answer came: the line, the server or what stands between is down. Nothing was changed as far as we know. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  /** This device itself has no network; otherwise the line or the server is down. */
  readonly isOffline = globalThis.navigator?.onLine === false

  /** @param isAct something was to be done, and not only to be read */
  constructor(
    message: string,
    readonly isAct = false,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}

/** Whoever wants to leave does not wait longer than this for a server that does not answer (milliseconds). */
const LEAVE_AFTER_MS = 8000

/** What came belongs to somebody who is not the one who is signed in here now. */
export class NotTheirs extends Error {
  override readonly name = 'NotTheirs'
}

/** Rises with each change of who is signed in on this page. */
let whose = 0

/** Another person acts here from now on, or nobody: what is under way is answered to nobody any more. */
export function givenUp(): void {
  whose += 1
}

type Input<S> = S extends { _zod: { input: infer I } } ? I : never
type Output<S> = S extends { _zod: { output: infer O } } ? O : never
type Table = typeof REST

type Body<N extends OperationName> = Table[N] extends { body: infer S } ? { body: Input<S> } : { body?: undefined }
type Query<N extends OperationName> = Table[N] extends { query: infer S } ? { query?: Input<S> } : { query?: undefined }
/** What makes something is asked with a key: the same key again makes nothing more. Without one, each call has its own. */
type Key<N extends OperationName> = Table[N] extends { creates: true } ? { key?: string } : { key?: undefined }
type Parameters<N extends OperationName> = Table[N]['path'] extends `${string}{id}${string}` ? { id: string } : { id?: undefined }

export type Answer<N extends OperationName> = Table[N] extends { answer: infer S } ? Output<S> : void
export type RequestInput<N extends OperationName> = Body<N> & Query<N> & Key<N> & Parameters<N>

/** Has the server end a session that was left here without a line: before anything else is asked with it. */
export const endOwed = (): Promise<void> => settleOwedEnd(() => ask('signOut', {}))

/**
 * Calls one operation of the REST table and parses its answer with the table's own schema.
 *
 * @throws RoundtableError what the server refused, with its code and arguments
 * @throws Unreachable no answer came
 * @throws NotTheirs it came when somebody else was signed in
 */
export async function request<N extends OperationName>(name: N, input: RequestInput<N>): Promise<Answer<N>> {
  await endOwed().catch((cause: unknown) => {
    // Whatever was asked: nothing of it was done.
    throw cause instanceof Unreachable ? new Unreachable('a session is to be ended first', false, { cause }) : cause
  })
  const answer = await ask(name, input)
  if (isEndOwed()) throw new NotTheirs('its asker has left')
  return answer
}

async function ask<N extends OperationName>(name: N, input: RequestInput<N>): Promise<Answer<N>> {
  const operation: Operation = REST[name]
  const key = operation.creates ? (input.key ?? randomId()) : undefined
  const asker = whose
  const signal = name === 'signOut' ? AbortSignal.timeout(LEAVE_AFTER_MS) : null
  const response = await send(operation.method, addressOf(operation.path, input.id, input.query), input.body, key, signal)
  const refusal = response.ok ? null : await refusalOf(response, operation.method)
  if (response.ok) noteAnswer(true)
  const answer: unknown = response.ok && operation.answer ? await response.json() : undefined
  // Also a refusal: that the one before is signed out says nothing of the next.
  if (asker !== whose) throw new NotTheirs('the answer came too late')
  if (refusal) throw refusal
  return operation.answer?.parse(answer) as Answer<N>
}

function addressOf(path: string, id: string | undefined, query: object | undefined): string {
  const filled = path.replace('{id}', () => encodeURIComponent(id ?? ''))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value))
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

async function send(
  method: Operation['method'],
  address: string,
  body: unknown,
  key: string | undefined,
  signal: AbortSignal | null
): Promise<Response> {
  const headers = new Headers()
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (key !== undefined) headers.set('idempotency-key', key)
  try {
    const response = await fetch(address, {
      method: method.toUpperCase(),
      credentials: 'same-origin',
      headers,
      signal,
      body: body === undefined ? null : JSON.stringify(body)
    })
    return response
  } catch (cause) {
    noteAnswer(false)
    throw new Unreachable('no answer', method !== 'get', { cause })
  }
}

/** A refusal carries a problem document (RFC 9457); a gateway in between may answer with something else. */
async function refusalOf(response: Response, method: Operation['method']): Promise<Error> {
  const problem: unknown = await response.json().catch(() => null)
  // Whoever explains a refusal in our words is Roundtable, however little it can do at the moment.
  noteAnswer(isProblem(problem) || !isGateways(response))
  if (isProblem(problem)) return new RoundtableError(problem.code, problem.args, problem.fields)
  if (isGateways(response)) return new Unreachable(`status ${response.status}`, method !== 'get')
  return new RoundtableError('internal', { reference: `HTTP ${response.status}` })
}

/** What a gateway says in the place of a server that is away. */
const isGateways = ({ status }: Response) => status === 502 || status === 503 || status === 504

function isProblem(value: unknown): value is { code: ErrorCode; args: ErrorArguments; fields: FieldProblem[] } {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false
  return typeof value.code === 'string' && Object.hasOwn(ERRORS, value.code)
}
