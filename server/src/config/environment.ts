import { isIP } from 'node:net'
import { z } from 'zod'
import { type Failpoint, FAILPOINTS, readFailpoint } from '../platform/failpoint.js'
import { ConfigError } from './config-error.js'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .describe(`must be a whole number from ${least} to ${most}`)

const url = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => protocols.some((protocol) => text.startsWith(`${protocol}//`)) && URL.canParse(text), { abort: true })
    .describe(`must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)

/** How a password with such signs is written, where one may be the cause. */
export const PERCENT_ENCODED = 'in its password, signs like # / ? @ % are written percent-encoded (%23 %2F %3F %40 %25)'

/** What stands behind an unwritten sign of a password would be taken for a host, a path or a question, and told to the world. */
const databaseUrl = url('postgres:', 'postgresql:')
  .refine((text) => {
    const { pathname, search, hash, username, password } = new URL(text)
    return hash === '' && !`${pathname}${search}`.includes('@') && [username, password, pathname].every(isDecodable)
  })
  .describe(`must be an address like postgres://user:password@host:5432/database; ${PERCENT_ENCODED}`)

function isDecodable(text: string): boolean {
  return /^(%[0-9a-f]{2}|[^%])*$/i.test(text)
}

const oneOf = <const Word extends string>(...words: Word[]) => z.enum(words).describe(`must be ${words.join(', ')}`)

/** The page's address without a path: Roundtable is served at the root of its host. */
const origin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && `${new URL(text).origin}/` === new URL(text).href)
  .transform((text) => new URL(text).origin)
  .describe('must be the http:// or https:// address people open, without a path')

/** Addresses or networks (CIDR), between commas. */
const networks = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine((all) => all.every(isNetwork))
  .describe('must be IP addresses or networks like 10.0.0.0/8, with commas between them')

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const widest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  return widest > 0 && more.length === 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= widest))
}

const failpoint = z
  .string()
  .transform(readFailpoint)
  .refine((read): read is Failpoint => read !== null)
  .describe(`must be ${FAILPOINTS.join(', ')}, with :<pass> behind it for a later pass than the first`)

const variables = {
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/)
    .describe('must be an IP address or a host name to listen on')
    .default('127.0.0.1'),
  DATA_DIR: z.string().describe('must be a path').default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  PUBLIC_URL: origin.optional(),
  PROXIES: networks.optional(),
  SESSION_SECRET: z.string().min(32).describe('must have at least 32 characters, made at random').optional(),
  BACKUP_PASSPHRASE: z.string().min(12).describe('must have at least 12 characters').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  SAMPLE_DATA: oneOf('on', 'off').optional(),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').optional(),
  LIVE_MAX_UPDATES_PER_SECOND: wholeNumber(0, 1_000_000).default(50),
  /** For tests of what a crash leaves behind: the process kills itself at this place. */
  FAILPOINT: failpoint.optional(),
  NODE_ENV: oneOf('production', 'development', 'test').default('development')
}
/** Every variable Roundtable reads; others are nobody's. */
export const VARIABLES: readonly string[] = Object.keys(variables)

const Environment = z.object(variables).superRefine((environment, context) => {
  if (environment.DATABASE_OWNER_URL !== undefined && environment.DATABASE_URL === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['DATABASE_OWNER_URL'],
      params: { reason: 'needs DATABASE_URL, the role of the application, beside it' }
    })
  }
  if (environment.FAILPOINT !== undefined && environment.NODE_ENV === 'production') {
    context.addIssue({
      code: 'custom',
      path: ['FAILPOINT'],
      params: { reason: 'is for tests: nothing may kill the server where NODE_ENV is production' }
    })
  }
})

export type Environment = Readonly<z.infer<typeof Environment>>

/** Checks the variables Roundtable knows; an empty one counts as absent. Throws `ConfigError`. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.keys(variables).flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
  const result = Environment.safeParse(given)
  if (result.success) return result.data
  throw new ConfigError(new Map(result.error.issues.map((issue) => [String(issue.path[0]), reasonOf(issue)])))
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.reason === 'string') return issue.params.reason
  const name = String(issue.path[0])
  const schema: z.ZodType | undefined = Object.hasOwn(variables, name) ? variables[name as keyof typeof variables] : undefined
  return describing(schema)
}

/** `default` and `optional` wrap the schema that carries the sentence. */
function describing(schema: z.ZodType | undefined): string {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return schema.description ?? describing(schema.unwrap() as z.ZodType)
  return schema?.description ?? 'cannot be used'
}
