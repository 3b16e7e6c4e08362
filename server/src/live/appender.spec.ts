import { LIVE_LIMITS } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { AppenderScene } from '../../../test/support/live-room.js'
import { deletionsOnly, encodeDeleteSet } from './domain/known-state.js'

const ANY_FRAME = Buffer.from([0x82, 1, 1])
const LIMIT_MS = 20_000

describe('appender', () => {
  it('[LIVE-54] everything is taken, also what is more than one transaction holds, without anybody writing again', async () => {
    const scene = new AppenderScene()
    const writer = scene.person(scene.room('one'), 'writer')
    writer.type(4500)
    expect(await scene.appender.drained(LIMIT_MS)).toBe(true)
    expect(scene.store.log('one')).toHaveLength(4500)
    expect(writer.socket.durable.at(-1)).toBe(4500)
  })

  it('[LIVE-54] two connections that bring edits of one client id at once: both are taken, one after the other', async () => {
    const scene = new AppenderScene()
    const room = scene.room('one')
    const doc = new Y.Doc()
    const [before, after] = [scene.person(room, 'writer', doc), scene.person(room, 'writer', doc)]
    doc.getText('content').insert(0, 'a')
    before.send(Y.encodeStateAsUpdate(doc))
    doc.getText('content').insert(1, 'b')
    after.send(Y.encodeStateAsUpdate(doc), true)
    expect(await scene.appender.drained(LIMIT_MS)).toBe(true)
    expect([before.socket.durable, after.socket.durable]).toEqual([[1], [1]])
    const merged = new Y.Doc()
    for (const { bytes } of scene.store.log('one')) Y.applyUpdate(merged, bytes)
    expect(merged.getText('content').toJSON()).toBe('ab')
  })

  it('[LIVE-54] a room with much to take does not keep the others from theirs', async () => {
    const scene = new AppenderScene()
    const loud = scene.person(scene.room('loud'), 'loud')
    const quiet = scene.person(scene.room('quiet'), 'quiet')
    loud.type(9000)
    quiet.type(1)
    await scene.appender.drained(LIMIT_MS)
    const batchOf = (documentId: string): number =>
      scene.store.batches.findIndex((senders) => senders.some((sender) => sender.documentId === documentId))
    expect(scene.store.batches.length).toBeGreaterThan(3)
    expect(batchOf('quiet')).toBeLessThanOrEqual(1)
  })

  it('[LIVE-54] nothing waits any more only when all of it is committed: not while it is in a transaction or the log is read', async () => {
    const scene = new AppenderScene()
    let open = (): void => undefined
    scene.store.readGate = new Promise((resolve) => (open = resolve))
    const writer = scene.person(scene.room('one'), 'writer')
    const elsewhere = new Y.Doc()
    elsewhere.getText('content').insert(0, 'of another node')
    Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(elsewhere))
    scene.store.log('one').push({ seq: 1, bytes: Y.encodeStateAsUpdate(elsewhere) })
    writer.type(1)
    expect(await scene.appender.drained(0)).toBe(false)
    open()
    expect(await scene.appender.drained(LIMIT_MS)).toBe(true)
    expect(writer.socket.durable).toEqual([1])
  })

  it('[LIVE-114] a document that is full takes nothing more, within one transaction as well, and lets go of what is taken away', async () => {
    const scene = new AppenderScene()
    const room = scene.room('one', LIVE_LIMITS.documentBytes - 300)
    const [eager, other] = [scene.person(room, 'eager'), scene.person(room, 'other')]
    eager.type(30)
    await scene.appender.drained(LIMIT_MS)
    const { length } = scene.store.log('one')
    expect(length).toBeGreaterThan(5)
    expect(length).toBeLessThan(30)
    expect(room.storedBytes).toBeLessThanOrEqual(LIVE_LIMITS.documentBytes)
    expect([eager.socket.durable.at(-1), eager.socket.reasons]).toEqual([length, ['document_full']])
    other.send(
      deletionsOnly(
        encodeDeleteSet(Array.from({ length: length / 2 }, (_, half) => ({ client: eager.doc.clientID, from: half * 2, to: half * 2 + 1 })))
      )
    )
    other.type(1)
    await scene.appender.drained(LIMIT_MS)
    expect([other.socket.durable, other.socket.reasons]).toEqual([[1], ['document_full']])
  })

  it('[LIVE-55] a writer that does not read for a while is told afterwards how far its edits are committed', async () => {
    const scene = new AppenderScene()
    const writer = scene.person(scene.room('one'), 'writer')
    writer.socket.writableLength = 2 * 1024 * 1024
    writer.connection.write(ANY_FRAME)
    writer.type(3)
    await scene.appender.drained(LIMIT_MS)
    expect(writer.socket.sent).toHaveLength(1)
    writer.socket.writableLength = 0
    writer.socket.emit('drain')
    expect(writer.socket.durable).toEqual([3])
  })

  it('[LIVE-85] what is committed while it becomes unknown who may see it is shown to nobody before that is known, and its writer hears at once', async () => {
    let isKnown = true
    const scene = new AppenderScene({ mayWrite: () => isKnown })
    const room = scene.room('one')
    const [writer, reader] = [scene.person(room, 'writer'), scene.person(room, 'reader')]
    let open = (): void => undefined
    scene.store.gate = new Promise((resolve) => (open = resolve))
    writer.type(1)
    while (scene.store.batches.length === 0) await new Promise((resolve) => setImmediate(resolve))
    isKnown = false
    open()
    while (writer.socket.durable.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect([writer.socket.durable, reader.socket.sent]).toEqual([[1], []])
    isKnown = true
    const isShown = () => reader.socket.sent.length > 0
    while (!isShown()) await new Promise((resolve) => setImmediate(resolve))
    expect(scene.store.batches).toHaveLength(1)
    writer.type(1)
    await scene.appender.drained(LIMIT_MS)
    expect(writer.socket.durable).toEqual([1, 2])
    expect(room.seq).toBe(2)
  })

  it('[LIVE-57] a room whose edits or client ids are under way is not idle', async () => {
    const scene = new AppenderScene()
    const room = scene.room('one')
    const writer = scene.person(room, 'writer')
    let open = (): void => undefined
    scene.store.gate = new Promise((resolve) => (open = resolve))
    writer.type(1)
    room.connections.clear()
    expect(room.isIdle).toBe(false)
    while (scene.store.batches.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect([room.inbox.length, room.isIdle]).toEqual([0, false])
    open()
    await scene.appender.drained(LIMIT_MS)
    expect(room.isIdle).toBe(true)
    room.binding.add(writer.connection)
    expect(room.isIdle).toBe(false)
  })

  it('[LIVE-57] a room that somebody keeps locked stays aside when its log has been read meanwhile', () => {
    const room = new AppenderScene().room('one')
    room.hold('log')
    room.hold('lock')
    room.release('log')
    expect([room.isBusy, room.isIdle]).toEqual([true, false])
    room.release('lock')
    expect(room.isBusy).toBe(false)
  })
})
