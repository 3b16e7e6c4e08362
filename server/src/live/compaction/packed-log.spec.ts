import { pack, unpack } from './packed-log.js'

describe('a packed log', () => {
  it('[LIVE-25] says what its rows said, empty ones and none included', () => {
    const rows = [
      { seq: 2 ** 40, bytes: new Uint8Array([1, 2, 3]), seatId: 'a seat', writtenMs: 1_795_869_385_120.5 },
      { seq: 2 ** 40 + 1, bytes: new Uint8Array(), seatId: null, writtenMs: 0 },
      { seq: 2 ** 40 + 2, bytes: Buffer.from([4]).subarray(0), seatId: 'another', writtenMs: 7 }
    ]
    expect(unpack(pack(rows)).map((row) => ({ ...row, bytes: [...row.bytes] }))).toEqual(
      rows.map((row) => ({ ...row, bytes: [...row.bytes] }))
    )
    expect(unpack(pack([]))).toEqual([])
  })
})
