import { execFileSync } from 'node:child_process'
import { backupLine, restoreLine } from './backup-line.js'

const EMBEDDED = { dataDir: "/srv/round table/it's", database: { kind: 'embedded' }, isSecretGiven: false } as const
const TODAY = new Date().toISOString().slice(0, 10)

/** What a shell makes of a line, where its program says what it was given. */
function read(line: string): readonly string[] {
  const said = line.replace(
    `${process.execPath} `,
    `${process.execPath} -e 'console.log(JSON.stringify([process.env.DATA_DIR, process.env.BACKUP_PASSPHRASE, ...process.argv.slice(1)]))' `
  )
  return JSON.parse(
    execFileSync('/bin/sh', ['-c', said], { env: { PATH: process.env.PATH, HOME: '/home/ana', TZ: 'UTC' }, encoding: 'utf8' })
  ) as string[]
}

it('[OPS-36] the line for the backup has this DATA_DIR, whatever is in its name, the passphrase to fill in, and another file each day', () => {
  const [dataDir, passphrase, admin, ...words] = read(backupLine(EMBEDDED))
  expect([dataDir, passphrase, words]).toEqual([EMBEDDED.dataDir, '…', ['backup', `/home/ana/roundtable-${TODAY}.backup`]])
  expect(admin).toMatch(/\/server\/dist\/admin\.js$/)
  expect(backupLine(EMBEDDED)).not.toContain('%')
})

it('[OPS-36] what the server has from its environment is named without being told', () => {
  const external = { kind: 'external', appUrl: 'postgres://app:hush@db/r', ownerUrl: 'postgres://owner:hush@db/r' } as const
  const line = backupLine({ dataDir: '/data', database: external, isSecretGiven: true })
  expect(line).toMatch(/^DATA_DIR=\/data DATABASE_URL='…' DATABASE_OWNER_URL='…' SESSION_SECRET='…' BACKUP_PASSPHRASE='…' /)
  expect(line).not.toContain('hush')
})

it('[OPS-47] a variable that the server does not have is not asked for; restoring has the same ones', () => {
  const one = { kind: 'external', appUrl: 'postgres://one:hush@db/r', ownerUrl: 'postgres://one:hush@db/r' } as const
  const place = { dataDir: '/data', database: one, isSecretGiven: false }
  for (const line of [backupLine(place), restoreLine(place)])
    expect(line).toMatch(/^DATA_DIR=\/data DATABASE_URL='…' BACKUP_PASSPHRASE='…' \//)
  expect(read(restoreLine(EMBEDDED)).slice(3)).toEqual(['restore', '/home/ana/roundtable-….backup'])
})
