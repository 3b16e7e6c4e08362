import { createPool } from '../../server/src/database/database.js'
import { checksumOf } from '../../server/src/live/index.js'
import { verify } from '../../server/src/operation/backup/verify.js'
import { EveryRow } from '../support/every-row.js'
import { silent } from '../support/migrated-database.js'
import { TestServer } from '../support/server.js'

describe('verifying what is stored', () => {
  it('[OPS-51] where no document is stored yet there is nothing to compare, and that is said', async () => {
    const server = await TestServer.start()
    expect(await verify(server.database.ownerUrl)).toBe('No document is stored yet: there is nothing to compare.')
    await server.close()
  })

  it('[BACK-30] names each update, snapshot and filing that is not what was stored, and changes nothing', async () => {
    const server = await TestServer.start()
    const world = await server.world()
    const person = await world.seat('CSO')
    const documents = [await world.document(), await world.document()].sort()
    for (const document of documents) {
      const client = await (await server.client(document, person)).connect()
      // More than are read at once.
      for (let letter = 0; letter < 30; letter++) client.text.insert(0, `${letter} `)
      await client.until(() => client.ledger.isSettled, 'the text')
      client.close()
    }
    const owner = createPool(server.database.ownerUrl, silent)
    const [first, second] = documents as [string, string]
    await owner.query(
      `insert into document_snapshot (document_id, seq, epoch, state, state_vector, delete_set, checksum)
       select id, 0, 1, '\\x0000', '\\x00', '\\x00', $1 from document`,
      [checksumOf(Buffer.alloc(4))]
    )
    await owner.query(
      `insert into principles_filing (id, workspace_id, document_id, side, number, seat_id, epoch, seq, content, content_hash)
       select gen_random_uuid(), $1, id, 'civic', row_number() over (), $2, 1, 1, '{"a":"ä"}', sha256(convert_to('{"a":"ä"}', 'UTF8')) from document`,
      [world.workspaceId, person.seatId]
    )
    const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from document_update')
    expect(await verify(server.database.ownerUrl)).toBe(`${rows[0]!.count + 4} rows, snapshots and filings are as they were stored.`)

    const flip = (bytes: string) => `set_byte(${bytes}, 1, get_byte(${bytes}, 1) # 1)`
    await owner.query(`update document_update set bytes = ${flip('bytes')} where document_id = $1 and seq = 25`, [second])
    await owner.query(`update document_snapshot set delete_set = '\\x01' where document_id = $1`, [first])
    await owner.query(`update principles_filing set content = '{"a":"a"}' where document_id = $1`, [second])
    const rowsNow = await EveryRow.of(owner)
    const before = await rowsNow.digests()
    const said = await verify(server.database.ownerUrl).catch((error: Error) => error.message)
    expect(said).toMatch(
      new RegExp(
        `^3 of \\d+ are not what was stored:\n  document ${second}, row 25\n  document ${first}, snapshot 0\n  document ${second}, filing `
      )
    )
    expect(await rowsNow.changedSince(before)).toEqual([])
    await owner.end()
    await server.close()
  })
})
