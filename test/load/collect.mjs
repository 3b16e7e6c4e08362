/** Loaded before a measured server: SIGUSR2 collects its garbage, so that its memory can be compared with another's. */
import { isMainThread } from 'node:worker_threads'

if (isMainThread) process.on('SIGUSR2', () => globalThis.gc?.())
