/** `readyState`, in a WebSocket's numbers. */
export const STATE = { connecting: 0, open: 1, closing: 2, closed: 3 } as const

/** What a provider knows of a WebSocket. */
export interface SocketLike {
  readonly OPEN: number
  readonly readyState: number
  onopen: ((event: unknown) => void) | null
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null
  onerror: ((event: unknown) => void) | null
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null
  send(data: Uint8Array): void
  close(): void
}
