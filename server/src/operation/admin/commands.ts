import { UsageError } from './arguments.js'

const COMMANDS = {
  'create-person': 'create-person --handle <name> --name <as others see it> [--email <address>] [--password <password>] [--locale <en>]',
  'new-phrase': 'new-phrase <user name> (another recovery phrase, shown once, for who lost password and phrase; ends their sessions)',
  'grant-secretariat': 'grant-secretariat <user name>',
  'set-up-link': 'set-up-link (the address where Roundtable is set up, good for a day, while nobody is an operator)',
  operators: 'operators (who looks after this installation)',
  'grant-operator': 'grant-operator <user name>',
  'revoke-operator': 'revoke-operator <user name>',
  'add-template': 'add-template <file> (a set of templates, as JSON)',
  'withdraw-template': 'withdraw-template --id <set> --version <version> [--language <en>]',
  backup: 'backup <file> (everything, encrypted with BACKUP_PASSPHRASE or what you are asked for; people go on writing)',
  restore: 'restore <file> (into an empty database that no server uses; everybody signs in again)',
  verify: 'verify (compares everything that is stored with its checksums, and names what is damaged)',
  project: 'project (makes the rows of every document anew from its log)',
  'bench-fixture': 'bench-fixture --documents <count> --people <count> --out <file>'
} as const

export type Command = keyof typeof COMMANDS

/** A list that was asked for, or what is to be done. */
export type Wanted =
  | { readonly kind: 'list'; readonly text: string }
  | { readonly kind: 'command'; readonly command: Command; readonly args: readonly string[] }

const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])

/** What follows `npm run admin --`; nothing asks for the list. Throws `UsageError` for what is no command. */
export function readCommand([command, ...args]: readonly string[]): Wanted {
  if (command === undefined || HELP.has(command)) return { kind: 'list', text: USAGE }
  if (!isCommand(command)) throw new UsageError(`There is no command ${command}.`)
  if (args.some((word) => word === '--help' || word === '-h')) return { kind: 'list', text: `npm run admin -- ${COMMANDS[command]}` }
  return { kind: 'command', command, args }
}

/** Throws `UsageError` where a command that takes nothing is given something. */
export function takesNothing(command: Command, args: readonly string[]): void {
  if (args.length > 0) throw new UsageError(`${command} takes nothing, and "${args.join(' ')}" is too much.`)
}

const isCommand = (word: string): word is Command => Object.hasOwn(COMMANDS, word)

export const USAGE = `npm run admin -- <command>\n\n${Object.values(COMMANDS)
  .map((line) => `  ${line}`)
  .join('\n')}`
