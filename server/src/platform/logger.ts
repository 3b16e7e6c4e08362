import type { LoggerService } from '@nestjs/common'
import { type DestinationStream, pino, type Logger, type LoggerOptions } from 'pino'
import { isRefusal } from './database-failure.js'

/** One-time tickets and revocable links may stand in a URL (design §8); in a log they may not. */
export function withoutTickets(text: string): string {
  return text.replace(/((?:ticket|token|code)=)[^&\s"']+/gi, '$1***').replace(/(\/join\/)[^?#\s"']+/gi, '$1***')
}

/** The application's logger; Nest's own messages go through `NestLogger`. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: {
      paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.phrase', '*.ticket', '*.token', '*.secret'],
      censor: '***'
    },
    serializers: { err: plainError },
    hooks: {
      logMethod(args, method) {
        method.apply(this, args.map((part) => (typeof part === 'string' ? withoutTickets(part) : part)) as typeof args)
      }
    }
  }
  return destination ? pino(options, destination) : pino(options)
}

/** What helps to find a fault, and nothing else: database errors carry their whole connection with them. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutTickets(String(error)) }
  const { code } = error as Error & { code?: unknown }
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) }
  return {
    type: error.name,
    message: mayQuote(error) ? NOT_SAID : withoutTickets(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...cleanStack(mayQuote(error) ? framesOf(error) : error.stack),
    ...cause
  }
}

const NOT_SAID = 'not said here: it may quote what people wrote'

/** The database's refusal of what it was sent quotes that, and so does a parser. */
const mayQuote = (error: Error): boolean => isRefusal(error) || error instanceof SyntaxError

/** Where it happened, without the message that a stack begins with. */
function framesOf({ message, stack = '' }: Error): string | undefined {
  const at = stack.indexOf(message)
  return at < 0 ? undefined : stack.slice(at + message.length).trimStart()
}

/** A stack begins with the error's message. */
function cleanStack(stack: string | undefined): { stack?: string } {
  return stack === undefined ? {} : { stack: withoutTickets(stack) }
}

export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message))
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, ...cleanStack(stack) }, String(message))
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message))
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message))
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message))
  }
}
