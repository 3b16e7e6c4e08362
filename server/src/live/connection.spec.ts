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
})
