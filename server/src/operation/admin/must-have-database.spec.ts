import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustHaveDatabase } from './must-have-database.js'

let parent: string
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'roundtable-admin-'))))
afterEach(() => rmSync(parent, { recursive: true }))

it.each([
  'backup',
  'verify',
  'operators',
  'grant-operator',
  'revoke-operator',
  'grant-secretariat',
  'new-phrase',
  'withdraw-template',
  'project'
])('[OPS-35] %s refuses where no database is, naming the place, and makes nothing there', (command) => {
  const absent = join(parent, 'wrong')
  expect(() => mustHaveDatabase(command, { DATA_DIR: absent })).toThrow(`There is no database in ${absent}`)
  expect(existsSync(absent)).toBe(false)
  expect(() => mustHaveDatabase(command, { DATA_DIR: parent })).toThrow(/DATA_DIR or the DATABASE_URL/)
  expect(readdirSync(parent)).toEqual([])
})

it('[OPS-35] what may be the first in a new database is let through, and so is what is there, or is elsewhere', () => {
  for (const command of ['restore', 'create-person', 'set-up-link', 'add-template', 'bench-fixture'])
    expect(() => mustHaveDatabase(command, { DATA_DIR: parent })).not.toThrow()
  expect(() => mustHaveDatabase('backup', { DATA_DIR: parent, DATABASE_URL: 'postgres://app@127.0.0.1/roundtable' })).not.toThrow()
  for (const name of ['database.json', 'database', 'database-location']) {
    const dataDir = join(parent, `of-${name}`)
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, name), '')
    expect(() => mustHaveDatabase('backup', { DATA_DIR: dataDir })).not.toThrow()
  }
})
