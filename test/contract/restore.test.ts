import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createOwnerSource, migrationNames } from '../../server/src/database/database.js'
import { BackupScene, craftedBackup, rowsOf, tablesIn, withPool } from '../support/backup-scene.js'
import type { TestDatabase } from '../support/database.js'
import { migratedDatabase } from '../support/migrated-database.js'
import { TestServer } from '../support/server.js'
import { World } from '../support/world.js'

describe('a restore', () => {
  const scene = new BackupScene()
  let source: TestDatabase
  let file: Buffer

  beforeAll(async () => {
    source = await scene.filled()
    file = readFileSync(scene.file('whole'))
  })
  afterAll(async () => {
    await source.drop()
    await scene.close()
  })

  it('[BACK-14] takes nothing from anybody: a database in use, another’s, and one a server runs on are refused and left as they are', async () => {
    const used = await migratedDatabase()
    await withPool(used, async (pool) => void (await new World(pool, '').person('Somebody who is there')))
    await expect(scene.restore(used, 'whole')).rejects.toThrow('in use: there is something in')
    expect(await rowsOf(used, 'select name from person')).toEqual([{ name: 'Somebody who is there' }])
    await used.drop()

    const others = await scene.clean()
    await rowsOf(others, 'create table ledger (n integer)')
    await expect(scene.restore(others, 'whole')).rejects.toThrow('tables that are not Roundtable’s (ledger)'.replace('’', "'"))
    expect(await tablesIn(others)).toBe(1)

    const server = await TestServer.start()
    await expect(scene.restore(server.database, 'whole')).rejects.toThrow('A Roundtable is running on this database.')
    await server.close({ keepsDatabase: true })
    await scene.restore(server.database, 'whole')
    await server.database.drop()
  })

  it('[BACK-15] of an older version is brought up to date, into an empty database and into one that has newer tables already', async () => {
    const older = await scene.clean()
    const dataSource = await createOwnerSource(older.ownerUrl).initialize()
    dataSource.migrations.splice(4)
    await dataSource.runMigrations()
    await dataSource.destroy()
    await withPool(older, async (pool) => {
      const world = await World.create(pool)
      const { seatId } = await world.seat('COM')
      await pool.query(`insert into registry_wish (workspace_id, side, level, seat_id) values ($1, 'civic', 'card', $2)`, [
        world.workspaceId,
        seatId
      ])
      await world.document()
    })
    await scene.backUp(older, 'older')
    const newer = await migratedDatabase()
    for (const database of [await scene.clean(), newer]) {
      await scene.restore(database, 'older')
      expect((await rowsOf(database, 'select name from migration order by id')).map((row) => (row as { name: string }).name)).toEqual(
        migrationNames
      )
      // What the migrations made of the rows that were there: the wish is its voice's, the document has the shipped templates.
      expect(
        await rowsOf(
          database,
          `select w.voice = 'community:' || s.id as "isItsVoices" from registry_wish w join seat s on s.id = w.seat_id`
        )
      ).toEqual([{ isItsVoices: true }])
      expect(await rowsOf(database, 'select template_id as template from document')).toEqual([{ template: 'roundtable' }])
    }
    await newer.drop()
  })

  it('[BACK-16] of a newer version is refused, naming it, and leaves the database with nothing', async () => {
    const clean = await scene.clean()
    const newer = { migrations: [...migrationNames, 'Holograms1999999999999'], product: '9.1.0' }
    writeFileSync(scene.file('newer'), await craftedBackup(newer, [{ kind: 'manifest' }]))
    await expect(scene.restore(clean, 'newer')).rejects.toThrow(/newer version, 9\.1\.0 \(Holograms1999999999999 is unknown here\)/)
    writeFileSync(scene.file('attached'), await craftedBackup({}, [{ kind: 'manifest' }, { kind: 'attachment', name: 'x' }]))
    await expect(scene.restore(clean, 'attached')).rejects.toThrow('something this version of Roundtable does not know (attachment)')
    writeFileSync(scene.file('short'), await craftedBackup({}, [{ kind: 'manifest' }]))
    await expect(scene.restore(clean, 'short')).rejects.toThrow('not written whole')
    expect(await tablesIn(clean)).toBe(0)
    await withPool(source, (pool) => pool.query(`insert into migration (timestamp, name) values (1, 'Holograms1999999999999')`))
    await expect(scene.backUp(source, 'unmakeable')).rejects.toThrow('make the backup with that version')
    await withPool(source, (pool) => pool.query(`delete from migration where timestamp = 1`))
  })

  it('[BACK-7] a backup overwrites nothing, and one that cannot be made leaves no file', async () => {
    copyFileSync(scene.file('whole'), scene.file('kept'))
    await expect(scene.backUp(source, 'kept')).rejects.toThrow('is there already')
    expect(readFileSync(scene.file('kept')).equals(file)).toBe(true)
    await expect(scene.backUp(source, 'no/such/place')).rejects.toThrow('cannot be written')
    await expect(scene.backUp(await scene.clean(), 'nothing')).rejects.toThrow('nothing to back up')
    await expect(scene.backUp({ ...source, ownerUrl: 'postgres://nobody@127.0.0.1:1/none' }, 'nobody')).rejects.toThrow('cannot be reached')
    expect(existsSync(scene.file('nothing'))).toBe(false)
    expect(readdirSync(scene.directory).filter((name) => name.includes('partial'))).toEqual([])
  })
})
