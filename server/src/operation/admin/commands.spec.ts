import { grantSecretariat } from './grant-secretariat.js'
import { readCommand, takesNothing } from './commands.js'
import { createPerson } from './create-person.js'
import { newPhrase } from './new-phrase.js'
import { grantOperator, revokeOperator } from './operators.js'
import type { OperatorStore, PersonService } from '../../identity/index.js'

const people = {} as PersonService
const operators = {} as OperatorStore

it('[OPS-44] nothing, help and --help are answered with the list of commands', () => {
  for (const words of [[], ['help'], ['--help']]) {
    const wanted = readCommand(words)
    expect(wanted).toMatchObject({ kind: 'list' })
    for (const command of ['create-person', 'new-phrase <user name>', 'set-up-link', 'backup <file>', 'verify', 'project'])
      expect(JSON.stringify(wanted)).toContain(`  ${command}`)
  }
  expect(readCommand(['backup', '--help'])).toEqual({
    kind: 'list',
    text: expect.stringMatching(/^npm run admin -- backup <file>/) as string
  })
})

it('[OPS-44] what is no command is refused, and so is a word too many', async () => {
  expect(() => readCommand(['brew'])).toThrow('There is no command brew.')
  expect(readCommand(['backup', 'a', 'b'])).toEqual({ kind: 'command', command: 'backup', args: ['a', 'b'] })
  expect(() => takesNothing('project', ['all'])).toThrow('project takes nothing, and "all" is too much.')
  await expect(grantOperator(['ana', 'ben'], operators)).rejects.toThrow('grant-operator takes one user name, and "ben" is too much.')
  await expect(createPerson(['ana', '--handle', 'ana', '--name', 'Ana'], people)).rejects.toThrow('ana')
})

it.each([
  ['grant-operator', () => grantOperator([], operators)],
  ['revoke-operator', () => revokeOperator(['--handle'], operators)],
  ['grant-secretariat', () => grantSecretariat([''], people)],
  ['new-phrase', () => newPhrase([], people)]
])('[OPS-44] %s without a user name says that it needs one', async (command, act) => {
  await expect(act()).rejects.toThrow(`${command} needs a user name`)
})

it('[OPS-44] a language that is not there is refused, naming those that are', async () => {
  const words = ['--handle', 'ana', '--name', 'Ana', '--locale', 'xx']
  await expect(createPerson(words, people)).rejects.toThrow('--locale: one of the languages there are: en')
})
