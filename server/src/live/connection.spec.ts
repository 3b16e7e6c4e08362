import { AppenderScene } from '../../../test/support/live-room.js'

const MEGABYTE = 1024 * 1024

describe('a live connection', () => {
  it('[LIVE-65] a slow line is not a dead one: while anything of a long answer leaves, its reader is not gone', () => {
    const scene = new AppenderScene()
    const { connection, socket } = scene.person(scene.room('one'), 'reader')
    Object.assign(socket, { bytesWritten: 20 * MEGABYTE, writableLength: 20 * MEGABYTE, _handle: { writeQueueSize: 19 * MEGABYTE } })
    expect(connection.isGone()).toBe(false)
    socket._handle.writeQueueSize -= 100
    expect(connection.isGone()).toBe(false)
    Object.assign(socket, { writableLength: MEGABYTE, _handle: { writeQueueSize: MEGABYTE } })
    expect(connection.isGone()).toBe(false)
    expect(connection.isGone()).toBe(true)
  })

  it('[LIVE-65] what is written to a dead line does not make it look alive', () => {
    const scene = new AppenderScene()
    const { connection, socket } = scene.person(scene.room('one'), 'reader')
    Object.assign(socket, { bytesWritten: MEGABYTE, writableLength: MEGABYTE, _handle: { writeQueueSize: MEGABYTE } })
    expect(connection.isGone()).toBe(false)
    Object.assign(socket, { bytesWritten: 2 * MEGABYTE, writableLength: 2 * MEGABYTE })
    connection.isAlive = true
    expect(connection.isGone()).toBe(true)
  })

  it('[LIVE-65] whoever has little to read and answers no ping is gone', () => {
    const scene = new AppenderScene()
    const { connection } = scene.person(scene.room('one'), 'reader')
    expect([connection.isGone(), connection.isGone()]).toEqual([false, true])
  })

  it('[LIVE-78] what comes while its right is decided is shown when it may stay, by the last decision alone', async () => {
    const scene = new AppenderScene()
    const room = scene.room('one')
    const [writer, reader] = [scene.person(room, 'writer'), scene.person(room, 'reader')]
    reader.connection.isJoined = true
    reader.connection.holdUntil(1)
    reader.connection.holdUntil(2)
    writer.type(2)
    await scene.appender.drained(20_000)
    expect(reader.socket.sent).toEqual([])
    reader.connection.goOnAfter(1)
    expect(reader.socket.sent).toEqual([])
    reader.connection.goOnAfter(2)
    expect(Buffer.concat(reader.socket.sent)).toEqual(Buffer.concat(room.framesAfter(0)!))
  })

  it('[LIVE-78] a line that drains meanwhile brings nothing before the decision', async () => {
    const scene = new AppenderScene()
    const room = scene.room('one')
    const [writer, reader] = [scene.person(room, 'writer'), scene.person(room, 'reader')]
    reader.connection.isJoined = true
    reader.socket.writableLength = 2 * MEGABYTE
    reader.connection.write(Buffer.from([0x82, 1, 1]))
    writer.type(1)
    await scene.appender.drained(20_000)
    expect(reader.connection.isBehind).toBe(true)
    reader.connection.holdUntil(1)
    reader.socket.writableLength = 0
    reader.socket.emit('drain')
    expect(reader.socket.sent).toHaveLength(1)
    reader.connection.goOnAfter(1)
    expect(reader.socket.sent).toHaveLength(2)
  })

  it('[LIVE-78] what it asks for meanwhile is answered then', () => {
    const { connection } = new AppenderScene().person(new AppenderScene().room('one'), 'reader')
    const done: string[] = []
    connection.whenDecided(() => done.push('at once'))
    connection.holdUntil(1)
    connection.whenDecided(() => done.push('asked first'))
    connection.whenDecided(() => done.push('asked last'))
    expect(done).toEqual(['at once'])
    connection.goOnAfter(1)
    expect(done).toEqual(['at once', 'asked last'])
  })
})
