import type { Program } from './program.mjs'

export function startRedis(options: { port: number; directory: string; detached?: boolean }): Promise<Program>
