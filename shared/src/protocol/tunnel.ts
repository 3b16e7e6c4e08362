import { z } from 'zod'

/**
 * The live door where WebSockets are blocked: the same messages as at `/live/`, in pieces over the socket.io connection of
 * `/events` (namespace `TUNNEL_NAMESPACE`), which gets through as plain HTTP. A page has one such connection, and in it a line
 * for each document that is open. Words travel as text: long polling would make text of bytes anyway, and a request of it more.
 *
 *   page                                        server
 *     │── up [7, open, '<document>?schema=1'] ──▶│  as an upgrade of /live/ with the page's cookie
 *     │◀───────────────────── down [7, opened] ──│
 *     │◀── down [7, more, …] [7, end, …] ────────│  one message in two pieces
 *     │── up [7, end, …] ───────────────────────▶│
 *     │◀──────────────── down [7, taken, 65536] ─│  so many bytes have been read: room for more
 *     │◀─────────────────────── down [7, ping] ──│
 *     │── up [7, pong] ─────────────────────────▶│
 *     │◀──────────── down [7, more, …] [7, cut] ─│  the rest of that message will not come
 *     │◀── down [7, close, '4401 signedOut'] ────│  what a WebSocket's close frame says; nothing follows
 */
export const TUNNEL_NAMESPACE = '/live'

export const TUNNEL_LIMITS = {
  /** Bytes of a message in one piece. */
  pieceBytes: 32 * 1024,
  /** Bytes that a line may have on their way before the server has said that it took some. */
  windowBytes: 256 * 1024,
  /** Characters of one request, a piece in base64 and a margin. */
  requestLength: 64 * 1024,
  /** Lines of one page: the documents on a screen, those that were left and are still being sent, and a margin. */
  lines: 40
} as const

export const PIECE_KINDS = ['open', 'opened', 'more', 'end', 'ping', 'pong', 'taken', 'cut', 'close'] as const
export type PieceKind = (typeof PIECE_KINDS)[number]

/**
 * Line, kind and body: `open` an address (`<documentId>?schema=&epoch=`), `more` and `end` base64, `taken` a number of bytes,
 * `close` code and reason, the others nothing.
 */
export type Piece = readonly [line: number, kind: PieceKind, body: string]

/** Made when it is first asked for: pages, which have this file too, never do. */
export const piecesSchema = () =>
  z
    .array(
      z.tuple([
        z
          .number()
          .int()
          .min(0)
          .max(2 ** 32),
        z.enum(PIECE_KINDS),
        z.string().max(TUNNEL_LIMITS.requestLength)
      ])
    )
    .max(4096)

export interface TunnelServerEvents {
  down: (pieces: readonly Piece[]) => void
}

export interface TunnelClientEvents {
  up: (pieces: readonly Piece[]) => void
}
