import type { Program } from './program.mjs'

interface Site {
  nodes: readonly string[]
  port: number
  templates: string
  directory: string
  tls?: { publicUrl: string; listen: string; certificate: string; key: string }
  detached?: boolean
}

export function startNginx(options: Site): Promise<Program>
