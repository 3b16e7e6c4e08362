import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDirectory } from './make-directory.js'

it('[OPS-43] a directory is made with what is missing above it, and where nobody can make one that is said at once', () => {
  const parent = mkdtempSync(join(tmpdir(), 'roundtable-make-'))
  const below = join(parent, 'a', 'b')
  expect([makeDirectory(below), existsSync(below), makeDirectory(below)]).toEqual([join(parent, 'a'), true, undefined])
  rmSync(parent, { recursive: true })
  expect(() => makeDirectory('/proc/roundtable/below')).toThrow()
})
